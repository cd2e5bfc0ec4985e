import type { ImportDraft } from '@furikaeri/contracts';

const short = (text: string): string => (text.length > 36 ? `${text.slice(0, 36)}…` : text);

/** Rows to choose from, in the order of the sheet; the section tells codes apart that a sheet uses twice. */
export const rowOptions = (draft: Pick<ImportDraft, 'initiatives'>, noGoal: string, section?: string): { value: string; text: string; section: string }[] =>
  draft.initiatives.filter((one) => section === undefined || one.section.startsWith(section)).flatMap((one) => one.rows.map((row) => ({
    value: row.key, section: one.section, text: `${one.section} ${row.code}　${short(row.goals[0]?.text ?? noGoal)}`,
  })));
