import * as z from 'zod';

/** YYYY-MM-DD, a day in Asia/Tokyo. A year of other centuries is a slip of the keyboard. */
export const Day = z.iso.date().refine((day) => day >= '1900-01-01' && day <= '2199-12-31', { error: '年を確かめて、1900年から2199年までの日を選んでください。' });
/** An instant, ISO 8601 with offset or Z. */
export const Instant = z.iso.datetime({ offset: true });
/** An exact decimal as a string: "37.6", "-0.1", "1794". Never a float. */
export const Decimal = z.string().regex(/^-?\d{1,15}(\.\d{1,10})?$/);
export const Version = z.int().min(0);
/** A reason somebody has to give. */
export const Reason = z.string().trim().min(1).max(1000);
/** A long text of the sheet. */
export const LongText = z.string().max(20_000);

/**
 * A name on one line: what a screen does not show, line ends and marks that turn the direction of the words around are
 * taken out, because a name in a list is believed for what it looks like.
 */
export const plainName = (name: string): string => name.replace(/[\p{Cc}\u200B\u200E\u200F\u2028-\u202E\u2060\u2066-\u2069\uFEFF]/gu, '');

/** Who did something, through which post, as shown to others. */
export const Doer = z.object({
  personId: z.uuid(),
  /** As a 代理: 北野 花（代理 北島 進） */
  name: z.string(),
  /** e.g. 北区 市民協働課 */
  post: z.string(),
});
export type Doer = z.infer<typeof Doer>;
