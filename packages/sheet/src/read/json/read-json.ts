import { z } from 'zod';
import { SheetError } from '../../sheet-error.ts';
import type { ParsedSheet } from '../../sheet.ts';
import { JSON_FORMAT, JSON_VERSION } from '../../write/json/write-json.ts';
import { sheetSchema } from './sheet-schema.ts';

const envelope = z.looseObject({ format: z.literal(JSON_FORMAT), version: z.int() });
const file = z.strictObject({ format: z.literal(JSON_FORMAT), version: z.literal(JSON_VERSION), sheet: sheetSchema });

/**
 * The sheet that `writeJson` wrote. Throws a SheetError ('sheet/damaged') for what is no JSON, no sheet, of a newer
 * version, or not of the shape; the message names the place in the file.
 */
export function readJson(text: string): ParsedSheet {
  const content = parsed(text);
  const head = envelope.safeParse(content);
  if (!head.success) throw damaged(`振り返りシートのJSONではありません（"format" が "${JSON_FORMAT}" のものを指定してください）。`);
  if (head.data.version !== JSON_VERSION) throw damaged(`版 ${head.data.version} のJSONは読み取れません（読み取れるのは版 ${JSON_VERSION} です）。`);
  const outcome = file.safeParse(content);
  if (outcome.success) return outcome.data.sheet;
  const [issue] = outcome.error.issues;
  throw damaged(issue ? `JSONの「${placeOf(issue.path)}」${reasonOf(issue)}。` : 'JSONの中身が振り返りシートの形ではありません。');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    const at = /position (\d+)/u.exec(error instanceof Error ? error.message : '')?.[1];
    throw damaged('JSONとして読み取れません。途中で切れていないか確かめてください。', at === undefined ? 1 : text.slice(0, Number(at)).split('\n').length);
  }
}

const damaged = (message: string, line = 1): SheetError => new SheetError('sheet/damaged', line, message);

/** 「sheet.initiatives[3].rows[0].code」 */
const placeOf = (path: readonly PropertyKey[]): string => path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('').replace(/^\./u, '');

function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `に知らない項目（${issue.keys.map((key) => `「${key.slice(0, 40)}」`).slice(0, 5).join('、')}）があります`;
  if (issue.code === 'too_big') return `が大きすぎます（${String(issue.maximum)} まで）`;
  return issue.code === 'invalid_type' ? 'がないか、種類が違います' : 'の値が正しくありません';
}
