import type { NoticeDraft } from './notify.ts';

interface Row { id: string; cycleId: string; code: string; title: string }

/** The place and the facts of a notice about a card. */
export const onCard = ({ id, cycleId, code, title }: Row, facts: NoticeDraft['facts'] = {}): Pick<NoticeDraft, 'cycleId' | 'cardId' | 'facts'> =>
  ({ cycleId, cardId: id, facts: { code, title, ...facts } });

/** As {@link onCard}, about one answer to it. Give `whose` with it where others than its own people hear of it. */
export const onAnswer = (card: Row, { id }: { id: string }, facts: NoticeDraft['facts'] = {}): Pick<NoticeDraft, 'cycleId' | 'cardId' | 'submissionId' | 'facts'> =>
  ({ ...onCard(card, facts), submissionId: id });
