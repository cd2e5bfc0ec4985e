import type { ImportDraft, ImportFindingView, ImportRow, SheetEdit } from '@furikaeri/contracts';

/** What every editor is given: the sheet as it stands, the row, and the change to begin with. */
export interface EditorProps { draft: ImportDraft; finding: ImportFindingView | null; row: string; start: readonly SheetEdit[] }

export const rowOf = ({ draft, row }: EditorProps): ImportRow | undefined => draft.initiatives.flatMap((one) => one.rows).find((one) => one.key === row);

/** The change of this type to begin with: what a person chose before, else what is proposed. */
export function startOf<T extends SheetEdit['type']>({ start, finding, row }: EditorProps, type: T): Extract<SheetEdit, { type: T }> | undefined {
  const fits = (edit: SheetEdit): edit is Extract<SheetEdit, { type: T }> => edit.type === type && (!('row' in edit) || edit.row === row);
  return start.find(fits) ?? finding?.proposal?.find(fits);
}
