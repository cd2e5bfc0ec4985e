import type { CardDetail, MySubmissions } from '../../packages/contracts/src/index.ts';
import { newId } from '../../backend/src/platform/commands/new-id.ts';
import type { Action } from './actions.ts';
import { type City, contentOf, PLAIN } from './city.ts';
import { PEOPLE, type PersonName } from './people.ts';

/** A command as it crosses the wire. */
export interface Request { by: PersonName; method: 'POST' | 'PUT'; path: string; body: { commandId: string; [field: string]: unknown } }
/** `code`: of the problem, null when it was carried out. */
export interface Reply { status: number; code: string | null; body: Record<string, unknown> }
type Sent = Exclude<Action, { does: 'wait' }>;

/** Puts an action into the words of the API, with the versions that this person's screen would have. */
export async function request(city: City, action: Sent, mark: string): Promise<Request> {
  const { by } = action;
  const to = (path: string, body: object, method: Request['method'] = 'POST'): Request => ({ by, method, path, body: { commandId: newId(), ...body } });
  // A stale screen has not seen the last change.
  const at = (version: number): number => (action.stale ? version - 1 : version);
  const acting = 'acting' in action && action.acting ? { actingReason: '部会長が不在のため' } : {};
  const reason = 'reason' in action && action.reason ? { reason: action.does === 'send_back' ? mark : '理由' } : {};

  switch (action.does) {
    case 'edit': case 'request_check': case 'withdraw': case 'submit': case 'send_back': {
      const { submissionId: id } = city.cell(action.card, action.of);
      const body = { expectedVersion: at(await ownVersion(city, action)), ...reason };
      if (action.does === 'edit') return to(`/api/submissions/${id}/draft`, { ...body, content: contentOf({ says: action.says, mark }) }, 'PUT');
      return to(`/api/submissions/${id}/${action.does.replace('_', '-')}`, body);
    }
    case 'cancel_return': case 'extend': {
      const { submissionId: id, version } = city.cell(action.card, action.of);
      const body = { expectedVersion: at(version), ...acting };
      return action.does === 'extend'
        ? to(`/api/submissions/${id}/extend`, { ...body, deadline: action.until, reason: '会議の日程のため' })
        : to(`/api/submissions/${id}/cancel-return`, body);
    }
    case 'return': {
      const submissions = action.of.map((asked) => city.cell(action.card, asked)).map(({ submissionId: id, version }) => ({ id, expectedVersion: at(version) }));
      const fields = { value: ['answer', 'issue'], text: ['issue'], none: [] }[action.fields];
      return to(`/api/cards/${city.cardId(action.card)}/returns`, { submissions, fields, deadline: action.until, ...reason, ...acting });
    }
    case 'start_review': case 'approve': case 'reopen': case 'judge': {
      const body = { expectedVersion: at(city.tile(action.card).version), ...reason, ...acting };
      return to(`/api/cards/${city.cardId(action.card)}/${action.does.replace('_', '-')}`, action.does === 'judge' ? { ...body, progress: action.progress } : body);
    }
    case 'write_text': {
      const { texts } = await city.get<CardDetail>(by, `/api/cards/${city.cardId(action.card)}`);
      const version = texts.find(({ field }) => field === action.field)?.version ?? 0;
      return to(`/api/cards/${city.cardId(action.card)}/texts/${action.field}`, { expectedVersion: at(version), text: action.text }, 'PUT');
    }
    case 'assign': {
      const cards = [{ id: city.cardId(action.card), expectedVersion: at(city.tile(action.card).version) }];
      return to(`/api/cycles/${city.cycleId}/assignments`, { cards, wardIds: action.wards, removeAnswered: action.confirmed });
    }
    case 'move':
      return to(`/api/cycles/${city.cycleId}/move`, { expectedVersion: at(city.seen.board.cycle.version), direction: action.on ? 'on' : 'back', ...reason });
  }
}

/** What its own organisation types has a version of its own, which only this organisation knows. */
async function ownVersion(city: City, { by, card, of }: { by: PersonName; card: Parameters<City['cell']>[0]; of: string }): Promise<number> {
  const { submissionId, version } = city.cell(card, of);
  const { organisationId, role } = PEOPLE[by];
  if (organisationId !== of || role === 'committee_lead') return version;
  const { items } = await city.get<MySubmissions>(by, `/api/cycles/${city.cycleId}/my-submissions`);
  return items.find(({ answer }) => answer.id === submissionId)?.answer.version ?? version;
}

export async function send(city: City, { by, method, path, body }: Request): Promise<Reply> {
  const response = await city.as(by).send(method, path, body, PLAIN);
  const answer = (await response.json()) as Record<string, unknown>;
  return { status: response.status, code: response.ok ? null : String(answer['code']), body: answer };
}
