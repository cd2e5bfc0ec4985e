import type { ParsedSheet } from '../sheet.ts';

/** What two readings of one content must have in common, to the character: all but where it stood and that it was repaired. */
export function modelOf({ fiscalYear, sections, initiatives }: ParsedSheet): unknown {
  const bare: unknown = JSON.parse(JSON.stringify({ fiscalYear, sections, initiatives }), (key, value: unknown) => (key === 'source' || key === 'repaired' ? undefined : value));
  return bare;
}
