import * as contracts from '@furikaeri/contracts';
import { channelsOf } from '@furikaeri/model';
import { useCase } from '../../../platform/commands/use-case.ts';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { readSettings } from '../read-settings.ts';

/** 通知の設定を変える. Kinds that nobody can turn off stay as they are, whatever was sent. */
export const saveNoticeSettings = useCase(contracts.saveNoticeSettings, async ({ em, actor: { personId }, now }, { expectedVersion, settings }) => {
  await em.execute('select 1 from person where id = ? for no key update', [personId]);
  const before = await readSettings(em, personId);
  if (before.version !== expectedVersion) throw new ProblemError('notice/changed-meanwhile', { current: before });
  const [version, channels] = [expectedVersion + 1, channelsOf(settings.channels)];
  const quiet = settings.quiet === null ? null : JSON.stringify(settings.quiet);
  await em.execute(
    `insert into notification_settings (person_id, language, quiet, channels, version, updated_at) values (?, ?, ?::jsonb, ?::jsonb, ?, ?)
     on conflict (person_id) do update set language = excluded.language, quiet = excluded.quiet, channels = excluded.channels, version = excluded.version, updated_at = excluded.updated_at`,
    [personId, settings.language, quiet, JSON.stringify(channels), version, now],
  );
  const after = { ...settings, channels };
  return { output: { settings: after, version }, changes: [], log: { before: before.settings, after } };
});
