import type { SubmissionFacts } from '@furikaeri/model';
import { become, type SubmissionEntity } from '../submissions/index.ts';

/** Writes back what approval or reopening did to the answers; `waivedReason` is kept on those that became 未提出扱い. */
export function closeAnswers(answers: readonly SubmissionEntity[], after: readonly SubmissionFacts[], waivedReason: string | null): void {
  const byId = new Map(after.map((facts) => [facts.id, facts]));
  for (const answer of answers) {
    const next = byId.get(answer.id);
    if (next === undefined) continue;
    become(answer, next);
    answer.waivedReason = next.state === 'waived' ? waivedReason : null;
    answer.version += 1;
    answer.draftVersion += 1;
  }
}
