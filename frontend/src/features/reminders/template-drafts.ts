import type { MailLanguage, TemplateKind, TemplateText, TemplateVersion } from '@furikaeri/contracts';
import { faultsOfTemplate, renderTemplate, variablesOf } from '@furikaeri/model';
import type { TemplatePart } from '@furikaeri/model';

export interface TemplateDraft extends TemplateText { note: string }
export const keyOf = (kind: TemplateKind, language: MailLanguage): string => `${kind} ${language}`;

const LONGEST_SUBJECT = 200;
const LONGEST_BODY = 5000;

/** Whether the words can be saved: nothing empty, too long, unknown or missing. */
export function canBeSaved(kind: TemplateKind, { subject, body }: TemplateText): boolean {
  return subject.trim() !== '' && body.trim() !== '' && subject.length <= LONGEST_SUBJECT && body.length <= LONGEST_BODY && faultsOfTemplate(kind, { subject, body }).length === 0;
}

/** What is saved is trimmed, so a space at the end is no change. */
export const sameWords = (a: TemplateText, b: TemplateText): boolean => a.subject.trim() === b.subject.trim() && a.body.trim() === b.body.trim();

/** The mail as it would look, with the examples in place of the variables. */
export function renderExample(kind: TemplateKind, language: MailLanguage, words: TemplateText): { subject: TemplatePart[]; body: TemplatePart[] } {
  const values = Object.fromEntries(variablesOf(kind).map((one) => [one.name, one.example[language]]));
  return { subject: renderTemplate(words.subject, values).parts, body: renderTemplate(words.body, values).parts };
}

/** The 文面 as the product brings it: version 0, which everybody's history ends with. */
export const houseText = (versions: readonly TemplateVersion[]): TemplateVersion | undefined => versions.find((one) => one.version === 0);
