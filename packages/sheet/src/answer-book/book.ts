import type { AnswerContent, IndicatorKind, SubmissionState } from '@furikaeri/model';

/** One question of the workbook, with the draft as it stood when the file was taken out. */
export interface BookQuestion {
  submissionId: string;
  /** Of the draft; what the board has typed since is told by it. */
  version: number;
  code: string;
  title: string;
  question: string;
  kind: IndicatorKind;
  unit: string;
  /** PER_WARD: what the two figures are called. */
  columns: readonly [string, string] | null;
  /** Names of the parts (PARTITION, COUNT_EVENTS). */
  parts: readonly string[];
  /** ISO date. */
  deadline: string;
  state: SubmissionState;
  /** May not be written now (handed in, being checked); printed all the same. */
  closed: boolean;
  draft: AnswerContent;
}

/** 回答ファイル: every question of one organisation in one cycle. */
export interface AnswerBook {
  cycleId: string;
  organisationId: string;
  organisationName: string;
  fiscalYear: number;
  /** In words, with the time in Tokyo. */
  takenOut: string;
  questions: readonly BookQuestion[];
}

/** What could not be read: the column's heading and the words as they stand in the cell. */
export interface UnreadCell { column: BookColumn; text: string }

/** One line of a filled-in workbook. `base` is the draft that the file was taken out with. */
export interface FilledRow { submissionId: string; version: number; base: AnswerContent; content: AnswerContent; unread: UnreadCell[] }
export interface FilledBook { cycleId: string; organisationId: string; rows: FilledRow[] }

/** What a person may fill in, in the order of the sheet. */
export const BOOK_COLUMNS = ['answer', 'example', 'reason', 'expected', 'issue', 'numerator', 'denominator', 'baseline', 'current', 'parts', 'asOf', 'certainty', 'source'] as const;
export type BookColumn = (typeof BOOK_COLUMNS)[number];

export const HEADINGS: Readonly<Record<BookColumn, { name: string; width: number }>> = {
  answer: { name: '回答', width: 10 }, example: { name: '取組の例・内容', width: 44 }, reason: { name: 'いいえ・対象外の理由', width: 28 }, expected: { name: '予定時期', width: 16 },
  issue: { name: '感じている課題', width: 32 }, numerator: { name: '数値', width: 12 }, denominator: { name: '母数', width: 12 }, baseline: { name: '基準の値', width: 12 },
  current: { name: '今年度の値', width: 12 }, parts: { name: '内訳（1行に1つ「名前：値」）', width: 26 }, asOf: { name: '時点', width: 14 }, certainty: { name: '確定・暫定', width: 10 }, source: { name: '出典', width: 20 },
};

const TEXTS: readonly BookColumn[] = ['issue', 'source'];
/** The columns that a kind of question asks for; the others are grey and locked in its line. */
export const ASKED_COLUMNS: Readonly<Record<IndicatorKind, readonly BookColumn[]>> = {
  count_yes: ['answer', 'example', 'reason', 'expected', ...TEXTS],
  sum: ['answer', 'example', 'reason', 'numerator', 'denominator', 'asOf', 'certainty', ...TEXTS],
  ratio: ['answer', 'example', 'reason', 'numerator', 'denominator', 'asOf', 'certainty', ...TEXTS],
  per_ward: ['answer', 'example', 'reason', 'baseline', 'current', 'asOf', 'certainty', ...TEXTS],
  cumulative: ['answer', 'example', 'reason', 'expected', 'asOf', ...TEXTS],
  count_events: ['answer', 'example', 'reason', 'numerator', 'parts', 'asOf', 'certainty', ...TEXTS],
  bureau_value: ['answer', 'example', 'reason', 'numerator', 'denominator', 'asOf', 'certainty', ...TEXTS],
  partition: ['answer', 'example', 'reason', 'numerator', 'parts', 'asOf', 'certainty', ...TEXTS],
  text_only: ['answer', 'example', 'reason', ...TEXTS],
};

/** What stands in 回答 for each kind: はい and いいえ only where they are asked. */
export const ANSWER_WORDS = { yes: 'はい', no: 'いいえ', not_applicable: '対象外' } as const;
export const answerChoices = (kind: IndicatorKind): string[] =>
  kind === 'count_yes' ? ['はい', 'いいえ', '対象外'] : kind === 'cumulative' ? ['いいえ', '対象外'] : ['対象外'];
/** 回答の状態, as the board says it. */
export const STATE_WORDS: Readonly<Record<SubmissionState, string>> = {
  not_started: '未着手', draft: '下書き', checking: '区内確認中', submitted: '提出済', returned: '差戻し', confirmed: '確認済', waived: '未提出扱い',
};
export const CERTAINTY_WORDS = { provisional: '暫定', final: '確定' } as const;

/** Names that must be found again; the hidden sheet says which line is which answer. */
export const SHEET_NAME = '回答';
export const KEY_SHEET_NAME = 'furikaeri';
export const FORMAT = 'furikaeri-answer-book-1';
/** Where the questions begin on the sheet, below a title, a hint and the headings. */
export const FIRST_ROW = 4;
/** Columns before the first that may be filled in: 番号, めざす姿, 問い, 回答期限, 状態. */
export const LEADING = ['番号', 'めざす姿', '問い', '回答期限', '状態'] as const;
