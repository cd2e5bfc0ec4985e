import type { Doer } from '@furikaeri/contracts';
import type { ClosedDays, MailLanguage, NoticePlace, Stage, SubmissionState, TemplateKind, TemplateWords } from '@furikaeri/model';

/** What a line of a mail is about: an answer or a card that is open. */
export interface LetterSubject {
  rule: { kind: 'answer'; id: string; state: SubmissionState } | { kind: 'card'; id: string; stage: Stage };
  cycleId: string;
  cardId: string;
  fiscalYear: number;
  code: string;
  title: string;
  /** Whose answer it is; null for a card. */
  organisation: { id: string; name: string } | null;
  /** Of an answer with an open 差戻し the first field to correct. */
  returnedField?: string | null;
}

/** One open thing that its reader hears of. */
export interface LetterLine {
  subject: LetterSubject;
  /** `waiting`: for 事務局, of an approver or 部会長 who has had it for long. */
  role: 'owed' | 'copy' | 'call' | 'waiting';
  /** The effective deadline, ISO date. */
  deadline: string;
  /** The organisation of the post through which the reader acts on it: the links go there. Null keeps the post in use. */
  organisationId: string | null;
  /** 代理: in whose place the reader hears of it, by name. */
  standsInFor: string | null;
  /** Of `waiting`: on whom it waits (北区, a 部会), and for how many business days. */
  waits?: { on: string; days: number } | null;
}

/** One お知らせ that waited for a mail. */
export interface LetterNotice extends NoticePlace { by: Doer | null }

/** All that one mail says, as things stand when it is written. */
export interface Letter {
  /** 宛名 and 所属. */
  to: { name: string; organisation: string };
  language: MailLanguage;
  lines: readonly LetterLine[];
  notices: readonly LetterNotice[];
  /** 督促 by hand: who asked for it, and in own words (null: the 文面 「督促」). Null for what goes by itself. */
  byHand: { by: Doer; words: TemplateWords | null } | null;
  today: string;
  closed: ClosedDays;
  /** The address of the board, without a slash at the end. */
  publicUrl: string;
  /** The sender's name (MAIL_FROM_NAME). */
  sender: string;
}

/** Every 文面 as it stands now. */
export type Templates = Readonly<Record<MailLanguage, Readonly<Record<TemplateKind, TemplateWords>>>>;

/** A row of a mail's list: what it is, its details, and where it leads. */
export interface ListRow { head: string; details: readonly string[]; link: string | null }
