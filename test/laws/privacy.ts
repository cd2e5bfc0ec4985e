import { expect } from '@jest/globals';
import { type City, PLAIN } from './city.ts';
import { isOut } from './compare.ts';
import { PEOPLE, type PersonName } from './people.ts';
import { type Answer, type Card, type CardName, isSettled, type Typed, type World } from './world.ts';

/** Where the tails of streams were read to, so that each word is read once. */
export type Heard = Map<string, number>;

const ANSWERING = ['ward_staff', 'ward_approver', 'bureau_staff', 'secretariat'];

/** 4.6: the card's 部会長, its 局 and 事務局 read each ward's answer, handed in. */
function seesByWard(name: PersonName, { committee, bureau }: Card): boolean {
  const { role, organisationId } = PEOPLE[name];
  if (role === 'secretariat') return true;
  return (role === 'committee_lead' && organisationId === committee?.id) || (role === 'bureau_staff' && organisationId === bureau?.id);
}

const isOwn = (name: PersonName, { organisationId }: Typed): boolean => PEOPLE[name].organisationId === organisationId && ANSWERING.includes(PEOPLE[name].role);

/** Whether this word may stand on a screen of this person now. */
function mayRead(world: World, name: PersonName, typed: Typed): boolean {
  if (isOwn(name, typed)) return true;
  const card = world.cards.find((one) => one.name === typed.card);
  const answer = card?.answers.find(({ organisation }): boolean => organisation.id === typed.organisationId);
  if (card === undefined || answer === undefined) return false;
  return isShown(answer, typed) && (seesByWard(name, card) || isSettled(world.phase));
}
const isShown = (answer: Answer, { mark }: Typed): boolean => isOut(answer) && answer.submitted?.mark === mark;

/** Whether this word may ever have been told to this person: what was not handed in never, and others' wards never. */
function mayHaveHeard(world: World, name: PersonName, typed: Typed): boolean {
  if (isOwn(name, typed)) return true;
  const card = world.cards.find((one) => one.name === typed.card);
  return typed.submitted && card !== undefined && seesByWard(name, card);
}

async function read(city: City, name: PersonName, path: string): Promise<string> {
  const response = await city.as(name).send('GET', path, undefined, PLAIN);
  const text = await response.text();
  // 403: this person has no such screen, which keeps every secret.
  if (!response.ok && response.status !== 403) throw new Error(`${name} GET ${path}: ${response.status} ${text}`);
  return text;
}

/** Everything this person can GET about a card and its review holds no word that is not theirs to read. */
export async function keepsSecrets(city: City, world: World, name: PersonName, cards: readonly CardName[], heard: Heard): Promise<void> {
  const { role, organisationId } = PEOPLE[name];
  const review = `/api/cycles/${city.cycleId}`;
  const streams = [`cycle:${city.cycleId}`, ...(ANSWERING.includes(role) ? [`ward:${organisationId}`] : [])];
  const [now, told] = await Promise.all([
    Promise.all([`${review}/board`, `${review}/my-submissions`, `${review}/home`, ...cards.map((card) => `/api/cards/${city.cardId(card)}`)].map((path) => read(city, name, path))),
    Promise.all([...cards.map((card) => read(city, name, `/api/cards/${city.cardId(card)}/history`)), ...streams.map((stream) => tail(city, name, stream, heard))]),
  ]);
  const leaks = (texts: string[], may: typeof mayRead): string[] =>
    world.typed.filter((typed) => !may(world, name, typed) && texts.some((text) => text.includes(typed.mark))).map(({ mark }) => `${name} reads ${mark}`);
  expect([...leaks(now, mayRead), ...leaks(told, (...one) => mayRead(...one) || mayHaveHeard(...one))]).toEqual([]);
}

/** The changes since the last look. One reader may have left off where another goes on: a stream says the same to all. */
async function tail(city: City, name: PersonName, stream: string, heard: Heard): Promise<string> {
  const after = heard.get(stream) ?? 0;
  const text = await read(city, name, `/api/changes?${new URLSearchParams({ stream, after: String(after) }).toString()}`);
  const { last } = JSON.parse(text) as { last?: number };
  heard.set(stream, Math.max(after, last ?? after));
  return text;
}

/** The narrow streams of a review, and other organisations' own, are refused (4.6). */
export async function streamsAreRefused(city: City, world: World, name: PersonName): Promise<void> {
  const { role, organisationId } = PEOPLE[name];
  const narrow = world.cards.flatMap(({ committee, bureau, answers }) => [
    ...(committee === null || (role === 'committee_lead' && organisationId === committee.id) ? [] : [`cycle:${city.cycleId}:committee:${committee.id}`]),
    ...(bureau === null || (role === 'bureau_staff' && organisationId === bureau.id) ? [] : [`cycle:${city.cycleId}:bureau:${bureau.id}`]),
    ...answers.filter(({ organisation }) => organisation.id !== organisationId || !ANSWERING.includes(role)).map(({ organisation }) => `ward:${organisation.id}`),
  ]);
  if (role !== 'secretariat') narrow.push(`cycle:${city.cycleId}:office`);
  for (const stream of new Set(narrow)) {
    const response = await city.as(name).send('GET', `/api/changes?${new URLSearchParams({ stream, after: '0' }).toString()}`);
    expect([name, stream, response.status]).toEqual([name, stream, 403]);
  }
}

/** Where each organisation's own stream ends before a review begins. */
export async function endsOfStreams(city: City): Promise<Heard> {
  const rows = await city.db.em().execute<{ stream: string; last: string }[]>(`select stream, max(seq) as last from change where stream like 'ward:%' group by stream`);
  return new Map(rows.map(({ stream, last }) => [stream, Number(last)]));
}
