import { faultsOfTemplate, type TemplateKind, type TemplateWords } from '@furikaeri/model';
import { ProblemError } from '../../platform/http/problem-error.ts';

/** Refuses words that could not be sent: the fields name each variable that is unknown, out of place or missing. */
export function refuseFaultyTemplate(kind: TemplateKind, words: TemplateWords): void {
  const faults = faultsOfTemplate(kind, words);
  if (faults.length === 0) return;
  const isOnlyTheList = faults.every(({ fault }) => fault === 'list_missing');
  throw new ProblemError(isOnlyTheList ? 'template/list-missing' : 'template/unknown-variable', { fields: faults.map(({ field, name }) => ({ path: field, message: name })) });
}
