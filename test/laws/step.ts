import { expect } from '@jest/globals';
import fc from 'fast-check';
import { type Action, everyAction, tell, type Verb } from './actions.ts';
import type { City } from './city.ts';
import { compareAll, compareCard } from './compare.ts';
import { NAMES } from './people.ts';
import { type Heard, keepsSecrets } from './privacy.ts';
import { happen, refusalsOf } from './rules.ts';
import { type Reply, type Request, request, send } from './send.ts';
import { cardOf, type World } from './world.ts';

/** What one walk through a review remembers on the product's side. */
export interface Walk { city: City; heard: Heard; done: { sent: Request; reply: Reply }[]; tally: Map<string, number>; story: string[] }

/** How often each verb is looked for among those that are allowed: what leads a review on comes more often. */
export const WEIGHTS: Record<Verb, number> = {
  edit: 5, request_check: 4, withdraw: 3, send_back: 5, submit: 6, return: 3, cancel_return: 2, extend: 1, start_review: 4, judge: 1,
  write_text: 1, approve: 3, reopen: 1.5, assign: 1, move: 0.8, wait: 0.5,
};

/** `almost`: refused for one reason alone; `again`: an old command once more. */
type Among = 'allowed' | 'almost' | 'all' | 'again';

/**
 * One step of a walk. Which action it is depends on its seed and on what is possible, but on little else: every action draws
 * a number of its own and the highest wins, so that leaving out earlier steps mostly leaves the later ones as they were.
 */
class Step implements fc.AsyncCommand<World, Walk> {
  private told = '…';

  constructor(private readonly seed: number, private readonly among: Among, private readonly reader: number) {}

  check(): boolean { return true; }

  async run(world: World, walk: Walk): Promise<void> {
    try {
      await this.go(world, walk);
    } finally {
      walk.story.push(this.told);
    }
  }

  private async go(world: World, walk: Walk): Promise<void> {
    if (this.among === 'again') return this.sendAgain(world, walk);
    const action = this.choose(world);
    this.told = tell(action);
    if (action.does === 'wait') {
      happen(world, action, '');
      walk.city.moveTo(action.until);
    } else await this.take(world, walk, action);
    await this.compare(world, walk, 'card' in action ? action.card : undefined);
  }

  private choose(world: World, among = this.among): Action {
    const every = [...everyAction(world, among === 'allowed' ? 'fresh' : 'all')];
    if (among === 'almost') {
      const edges = edgesOf(world, every);
      const [edge = ''] = inOrder([...edges.keys()], (name) => draw(this.seed, name));
      return this.first(edges.get(edge) ?? []) ?? this.choose(world, 'all');
    }
    const weight = (does: Verb): number => (among === 'all' ? 1 : WEIGHTS[does]);
    const verbs = inOrder([...new Set(every.map(({ does }) => does))], (does) => Math.log(draw(this.seed, does)) / weight(does));
    for (const verb of verbs) {
      const action = this.first(every.filter((one) => one.does === verb && (among === 'all' || refusalsOf(world, one).allowed)));
      if (action !== undefined) return action;
    }
    // After 公表 nothing is allowed any more; then everything is tried.
    return this.choose(world, 'all');
  }

  private first(actions: readonly Action[]): Action | undefined {
    return inOrder(actions, (one) => draw(this.seed, tell(one)))[0];
  }

  private async take(world: World, { city, done, tally }: Walk, action: Exclude<Action, { does: 'wait' }>): Promise<void> {
    const refusals = refusalsOf(world, action);
    const mark = `語${world.typed.length}の${this.seed}。`;
    const sent = await request(city, action, mark);
    const reply = await send(city, sent);
    this.told += ` → ${reply.code ?? reply.status}`;
    count(tally, refusals.allowed ? `${action.does} ✓` : `${action.does} ✗ ${refusals.reasons.length === 1 ? refusals.reasons.join('') : ''}`);
    if (refusals.allowed) {
      expect(reply).toMatchObject({ code: null });
      happen(world, action, mark);
      done.push({ sent, reply });
    } else {
      expect(refusals.expected).toContain(reply.code);
    }
    // Sent twice, it happens once and says the same; a refusal was no happening.
    const second = await send(city, sent);
    if (refusals.allowed) expect(second).toEqual(reply);
    else expect(second.code).toBe(reply.code);
  }

  /** An old command once more: the same receipt, whatever has happened since. With other words, or from another person, it is refused. */
  private async sendAgain(world: World, walk: Walk): Promise<void> {
    const { city, done } = walk;
    const old = done.at(this.seed % Math.max(done.length, 1));
    if (old === undefined) return;
    this.told = `again ${old.sent.by} ${old.sent.path}`;
    expect(await send(city, old.sent)).toEqual(old.reply);
    const stranger = NAMES.find((name) => name !== old.sent.by) ?? old.sent.by;
    for (const other of [{ ...old.sent, by: stranger }, { ...old.sent, body: { ...old.sent.body, expectedVersion: 999, cards: [], submissions: [] } }]) {
      expect((await send(city, other)).code).not.toBeNull();
    }
    await this.compare(world, walk, undefined);
  }

  private async compare(world: World, { city, heard }: Walk, name: Parameters<typeof cardOf>[1] | undefined): Promise<void> {
    const reader = NAMES[this.reader % NAMES.length] ?? '閲覧者';
    await city.look(reader);
    compareAll(city, world);
    if (name === undefined) return;
    await compareCard(city, cardOf(world, name));
    // Looking through somebody's eyes takes as long as all the rest; the end of a walk looks again.
    if (this.reader % 3 === 0) await keepsSecrets(city, world, reader, [name], heard);
  }

  toString(): string { return `${this.among} ${this.seed}`; }
}

/** What a single reason keeps from being allowed, by verb and reason: the edges of the rules in this world. */
function edgesOf(world: World, every: Iterable<Action>): Map<string, Action[]> {
  const edges = new Map<string, Action[]>();
  for (const action of every) {
    const { reasons: [reason, ...more] } = refusalsOf(world, action);
    if (reason === undefined || more.length > 0) continue;
    const edge = `${action.does} ${reason}`;
    const known = edges.get(edge);
    if (known === undefined) edges.set(edge, [action]);
    else known.push(action);
  }
  return edges;
}

/** Tries every rule at its edge: each is refused for its one reason, and then all is as it was. */
export async function tryEdges(world: World, { city, story, tally }: Walk, seed: number): Promise<void> {
  for (const [edge, actions] of edgesOf(world, everyAction(world, 'all'))) {
    const [action] = inOrder(actions, (one) => draw(seed, tell(one)));
    if (action === undefined || action.does === 'wait') continue;
    const { code } = await send(city, await request(city, action, '試しの語'));
    count(tally, `${action.does} ✗ ${edge.split(' ')[1] ?? ''}`);
    if (code === null || !refusalsOf(world, action).expected.some((one) => one === code)) {
      story.push(`${tell(action)} → ${code ?? 'done'}`);
      throw new Error(`This should have been refused: ${edge}`);
    }
  }
  await city.look('閲覧者');
  compareAll(city, world);
}

/** A number between 0 and 1 that belongs to this seed and these words. */
function draw(seed: number, words: string): number {
  let hash = seed ^ 0x9e3779b9;
  for (let index = 0; index < words.length; index += 1) hash = Math.imul(hash ^ words.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (((hash ^ (hash >>> 16)) >>> 0) + 1) / (2 ** 32 + 1);
}

/** The highest score first. */
const inOrder = <T>(all: readonly T[], score: (one: T) => number): T[] =>
  all.map((one) => ({ one, score: score(one) })).toSorted((a, b) => b.score - a.score).map(({ one }) => one);

const count = (tally: Map<string, number>, key: string): void => { tally.set(key, (tally.get(key) ?? 0) + 1); };

const stepAmong = (among: Among) => fc.tuple(fc.nat(0xffff), fc.nat(0xff)).map(([seed, reader]) => new Step(seed, among, reader));

export const steps = (most: number) => {
  const [allowed, almost, all, again] = [stepAmong('allowed'), stepAmong('almost'), stepAmong('all'), stepAmong('again')];
  return fc.commands([allowed, allowed, allowed, allowed, allowed, allowed, allowed, almost, all, again], { maxCommands: most, size: 'max' });
};
