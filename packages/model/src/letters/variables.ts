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

const inline = (name: string, means: Words, example: Words): LetterVariable => ({ name, means, example, required: false, isBlock: false });

const VARIABLES = {
  [VARIABLE.addressee]: inline(VARIABLE.addressee, { ja: '受け取る人の名前', en: 'Name of the recipient' }, { ja: '北野 花', en: '北野 花' }),
  所属: inline('所属', { ja: '受け取る人の所属', en: 'Organisation of the recipient' }, { ja: '北区', en: '北区' }),
  年度: inline('年度', { ja: '振り返りの年度', en: 'Fiscal year of the review' }, { ja: '令和6年度', en: 'FY2024' }),
  件数: inline('件数', { ja: '一覧にある件数', en: 'How many the list holds' }, { ja: '3', en: '3' }),
  期限: inline('期限', { ja: 'いちばん早い期限', en: 'The earliest deadline' }, { ja: '令和7年5月14日（水）', en: 'Wed, 14 May 2025' }),
  残り: inline('残り', { ja: 'その期限までの開庁日、または過ぎた開庁日', en: 'Business days left until it, or passed since' }, { ja: '残り3営業日', en: '3 business days left' }),
  状況: inline('状況', { ja: '期限に対していまどうか', en: 'How things stand with the deadline' }, { ja: '期限を過ぎています', en: 'deadline passed' }),
  区: inline('区', { ja: '一覧にある区や部会の名前', en: 'Names of the wards or committees in the list' }, { ja: '北区・西区', en: '北区, 西区' }),
  日数: inline('日数', { ja: '動きのないまま過ぎた開庁日（いちばん長いもの）', en: 'Business days without any action (the longest)' }, { ja: '5', en: '5' }),
  [VARIABLE.list]: {
    name: VARIABLE.list, means: { ja: '何についてのお知らせか（1件ずつ、期限と画面へのリンク付き）', en: 'What the mail is about, one by one, with deadline and link' },
    example: {
      ja: '・3-(1)-16a　つながる場を毎月ひらく\n　期限 令和7年5月14日（水）　残り3営業日\n　https://board.example/open?to=…',
      en: '- 3-(1)-16a  つながる場を毎月ひらく\n  Due Wed, 14 May 2025, 3 business days left\n  https://board.example/open?to=…',
    },
    required: true, isBlock: true,
  },
  [VARIABLE.link]: {
    name: VARIABLE.link, means: { ja: '作業する画面へのリンク', en: 'Link to the screen where the work is done' },
    example: { ja: 'https://board.example/open?to=answers', en: 'https://board.example/open?to=answers' }, required: false, isBlock: true,
  },
  [VARIABLE.sender]: inline(VARIABLE.sender, { ja: '差出人（手で送る督促では、送った人）', en: 'Who writes: the board, or whoever pressed the button' }, { ja: '振り返りボード', en: '振り返りボード' }),
} satisfies Record<string, LetterVariable>;
export type VariableName = keyof typeof VARIABLES;

const EVERYWHERE: readonly VariableName[] = [VARIABLE.addressee, '所属', '件数', VARIABLE.list, VARIABLE.link, VARIABLE.sender];
const DATED: readonly VariableName[] = ['年度', '期限', '残り', '状況'];
const OF_KIND: Readonly<Record<TemplateKind, readonly VariableName[]>> = {
  owed_before: DATED, owed_after: DATED, nudge: DATED, review_before: DATED, review_after: DATED,
  copy: [...DATED, '区'], call: [...DATED, '区'], waiting: ['年度', '区', '日数'], notice: [],
};

/** The variables that a 文面 of this kind may hold, in the order in which they are explained. */
export function variablesOf(kind: TemplateKind): readonly LetterVariable[] {
  const here = new Set([...EVERYWHERE, ...OF_KIND[kind]]);
  return (Object.keys(VARIABLES) as VariableName[]).filter((name) => here.has(name)).map((name) => VARIABLES[name]);
}

/** All variables of all kinds, one row each. */
export const LETTER_VARIABLES: readonly (LetterVariable & { kind: TemplateKind })[] =
  TEMPLATE_KINDS.flatMap((kind) => variablesOf(kind).map((variable) => ({ ...variable, kind })));
