import type { ParsedSheet } from '../../sheet.ts';

/** What a JSON file of a sheet says it is; `readJson` takes no other. */
export const JSON_FORMAT = 'furikaeri-sheet';
/** Counts up when a sheet of the new shape could not be read as the old one. */
export const JSON_VERSION = 1;

/** The sheet itself, findings and dropped texts included, as indented JSON; `readJson` gives back exactly it. */
export const writeJson = (sheet: ParsedSheet): string => `${JSON.stringify({ format: JSON_FORMAT, version: JSON_VERSION, sheet }, null, 2)}\n`;
