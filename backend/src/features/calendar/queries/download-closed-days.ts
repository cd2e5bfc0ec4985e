import { downloadClosedDays as contract } from '@furikaeri/contracts';
import { whyNot } from '@furikaeri/model';
import { writeTableCsv } from '@furikaeri/sheet/write';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { SignedIn } from '../../../platform/auth/signed-in.ts';
import { orForbid } from '../../../platform/commands/or-refuse.ts';
import { parseInput } from '../../../platform/http/parse-input.ts';
import type { FileAnswer } from '../../../platform/http/send-file.ts';
import { allClosedDays } from '../closed-day-rows.ts';

/** The table as a CSV that a spreadsheet opens and that comes in again unchanged. */
export async function downloadClosedDays(em: EntityManager, actor: SignedIn, today: string, raw: unknown): Promise<FileAnswer> {
  const { encoding } = parseInput(contract.input, raw);
  orForbid(whyNot(actor, 'calendar.change', null));
  const days = await allClosedDays(em);
  const { bytes } = writeTableCsv([{ name: '日付' }, { name: '名前' }], days.map(({ date, name }) => [date, name]), { encoding: encoding === 'cp932' ? 'cp932' : 'utf-8' });
  return { bytes, name: `閉庁日_${today}.csv`, type: `text/csv; charset=${encoding === 'cp932' ? 'windows-31j' : 'utf-8'}` };
}
