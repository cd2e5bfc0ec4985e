import { EXAMPLES } from './examples.ts';
import { TEMPLATE_KINDS, type TemplateKind, type Words } from './kinds.ts';

/**
 * Something that a 文面 may hold as 「{{name}}」. The names are the same in both languages: the 事務局 writes both, reads
 * one list of them, and a text that is translated paragraph by paragraph keeps its variables.
 */
export interface LetterVariable {
  name: string;
  means: Words;
  example: Words;
  /** A 文面 without it would not say what it is about. */
  required: boolean;
  /** Stands in lines of its own, so never in a subject. */
  isBlock: boolean;
}

/** Variables that decide where a paragraph stands: the list, the link, and at top and bottom whom it is for and who writes. */
export const VARIABLE = { addressee: '宛名', list: '一覧', link: '画面', sender: '差出人' } as const;

const NOTHING: Words = { ja: '', en: '' };
/** What is said of a variable whatever the kind; its example is the kind's. */
type VariableOfAll = Omit<LetterVariable, 'name' | 'example'>;
const inline = (ja: string, en: string): VariableOfAll => ({ means: { ja, en }, required: false, isBlock: false });

const VARIABLES = {
  [VARIABLE.addressee]: inline('受け取る人の名前', 'Name of the recipient'),
  所属: inline('受け取る人の所属', 'Organisation of the recipient'),
  年度: inline('振り返りの年度', 'Fiscal year of the review'),
  件数: inline('一覧にある件数', 'How many the list holds'),
  期限: inline('いちばん早い期限', 'The earliest deadline'),
  残り: inline('その期限までの開庁日、または過ぎた開庁日', 'Business days left until it, or passed since'),
  状況: inline('期限に対していまどうか', 'How things stand with the deadline'),
  区: inline('一覧にある区や部会の名前', 'Names of the wards or committees in the list'),
  日数: inline('動きのないまま過ぎた開庁日（いちばん長いもの）', 'Business days without any action (the longest)'),
  [VARIABLE.list]: { means: { ja: '何についてのお知らせか（1件ずつ、期限と画面へのリンク付き）', en: 'What the mail is about, one by one, with deadline and link' }, required: true, isBlock: true },
  [VARIABLE.link]: { means: { ja: '作業する画面へのリンク', en: 'Link to the screen where the work is done' }, required: false, isBlock: true },
  [VARIABLE.sender]: inline('差出人（手で送る督促では、送った人）', 'Who writes: the board, or whoever pressed the button'),
} satisfies Record<string, VariableOfAll>;
export type VariableName = keyof typeof VARIABLES;

const EVERYWHERE: readonly VariableName[] = [VARIABLE.addressee, '所属', '件数', VARIABLE.list, VARIABLE.link, VARIABLE.sender];
const DATED: readonly VariableName[] = ['年度', '期限', '残り', '状況'];
const OF_KIND: Readonly<Record<TemplateKind, readonly VariableName[]>> = {
  owed_before: DATED, owed_after: DATED, nudge: DATED, review_before: DATED, review_after: DATED,
  copy: [...DATED, '区'], call: [...DATED, '区'], waiting: ['年度', '区', '日数'], notice: [],
};

/** The variables that a 文面 of this kind may hold, in the order in which they are explained, each as one mail of this kind could say it. */
export function variablesOf(kind: TemplateKind): readonly LetterVariable[] {
  const here = new Set([...EVERYWHERE, ...OF_KIND[kind]]);
  return (Object.keys(VARIABLES) as VariableName[]).filter((name) => here.has(name)).map((name) => ({ name, ...VARIABLES[name], example: EXAMPLES[kind][name] ?? NOTHING }));
}

/** All variables of all kinds, one row each. */
export const LETTER_VARIABLES: readonly (LetterVariable & { kind: TemplateKind })[] =
  TEMPLATE_KINDS.flatMap((kind) => variablesOf(kind).map((variable) => ({ ...variable, kind })));
