/** What a mail of the product is about; each kind has its own 文面. `nudge` is the 督促 by hand, the others go by themselves. */
export const TEMPLATE_KINDS = ['owed_before', 'owed_after', 'copy', 'review_before', 'review_after', 'call', 'waiting', 'nudge', 'notice'] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

export const MAIL_LANGUAGES = ['ja', 'en'] as const;
export type MailLanguage = (typeof MAIL_LANGUAGES)[number];

/** Words in both languages. */
export type Words = Readonly<Record<MailLanguage, string>>;

/** A 文面: subject on one line, and text, both with variables such as 「{{宛名}}」. */
export interface TemplateWords { subject: string; body: string }

/** In which order the parts of one まとめメール stand; the first one there gives the subject. */
export const BY_URGENCY: readonly TemplateKind[] = ['nudge', 'owed_after', 'owed_before', 'review_after', 'review_before', 'copy', 'call', 'waiting', 'notice'];
