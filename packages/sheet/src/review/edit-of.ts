import type { SheetEdit } from './edits.ts';

/** The edit of one type. */
export type EditOf<Type extends SheetEdit['type']> = Extract<SheetEdit, { type: Type }>;

export const NO_ROW = 'この行はもうありません。つなげたか、組み替えた行かもしれません。';
