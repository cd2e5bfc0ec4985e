import { WARD_CODES, governmentCode } from '@furikaeri/model';
import { keyOf } from '../../characters.ts';

/** The ward's code of five digits, and that of 総務省 with its check digit; null for a name that is not known. */
export function wardCodes(ward: string): { jis: string | null; government: string | null } {
  const jis = WARD_CODES[keyOf(ward)] ?? null;
  return { jis, government: jis === null ? null : governmentCode(jis) };
}
