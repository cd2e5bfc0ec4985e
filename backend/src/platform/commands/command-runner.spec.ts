import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { command, CommandId } from '@furikaeri/contracts';
import { LockMode } from '@mikro-orm/core';
import * as z from 'zod';
import { aCard, aCycle, aSubmission } from '../../../../test/kit/builders.ts';
import { kitaApprover, kitaStaff } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { CardEntity } from '../../features/cards/card.entity.ts';
import { CycleEntity } from '../../features/cycles/cycle.entity.ts';
import { SubmissionEntity } from '../../features/submissions/submission.entity.ts';
import { ProblemError } from '../http/problem-error.ts';
import { newId } from './new-id.ts';
import { useCase } from './use-case.ts';

const contract = command({
  name: 'test.say', path: '/api/test', summary: 'test',
  input: z.object({ commandId: CommandId, cardId: z.uuid(), comments: z.number() }),
  output: z.object({ comments: z.number() }),
  problems: ['card/changed-meanwhile'],
});

/** Sets the count once; a second time the card has moved on, as every versioned command sees it. */
const say = useCase(contract, async ({ em }, input) => {
  const card = await em.findOneOrFail(CardEntity, { id: input.cardId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (card.comments === input.comments) throw new ProblemError('card/changed-meanwhile');
  card.comments = input.comments;
  return {
    output: { comments: input.comments },
    changes: [
      { streams: [`cycle:${card.cycleId}`, 'ward:a"b\\c'], payload: { type: 'answer.removed', cardId: card.id, submissionId: card.id, organisationId: card.id, strip: 'さ"' } },
      { streams: [`cycle:${card.cycleId}`], payload: { type: 'answer.removed', cardId: card.id, submissionId: card.id, organisationId: card.id, strip: '2' } },
    ],
    log: { cardId: card.id, cycleId: card.cycleId, before: { a: null }, after: { text: '➤ — 髙' } },
  };
});

describe('the road of every change', () => {
  let db: TestDatabase;
  beforeAll(async () => { db = await createTestDatabase(); });
  afterAll(() => db.close());

  const input = (cardId: string, comments = 1) => ({ commandId: newId(), cardId, comments });
  const changesOf = (stream: string) => db.em().execute<{ seq: string; payload: { strip: string } }[]>('select seq, payload from change where stream = ? order by seq', [stream]);

  it('gives back what was written: days as text, objects as objects', async () => {
    const cycle = await aCycle().build(db);
    const card = await aCard(cycle).asking('北区').decided().build(db);
    await aSubmission(card).returned().extendedTo('2025-05-22').build(db);
    const em = db.em();
    const [foundCycle, foundCard, answer] = await Promise.all([
      em.findOneOrFail(CycleEntity, { id: cycle.id }), db.em().findOneOrFail(CardEntity, { id: card.id }), db.em().findOneOrFail(SubmissionEntity, { cardId: card.id }),
    ]);
    expect(foundCycle.wardDeadline).toBe('2025-05-20');
    expect(foundCycle.createdAt).toEqual(new Date('2025-04-25T00:00:00Z'));
    expect(foundCard.references).toEqual([]);
    expect(foundCard.goals).toEqual(card.goals);
    expect(foundCard.indicator?.unit).toBe('区');
    expect(answer.extension).toBe('2025-05-22');
    expect(answer.openReturn?.deadline).toBe('2025-05-27');
    expect(answer.submitted?.answer).toBe('yes');
    const [raw] = await em.execute<{ extension: unknown; seq: unknown }[]>('select extension, 9007::bigint as seq from submission where card_id = ?', [card.id]);
    expect(raw?.extension).toBe('2025-05-22');
    expect(raw?.seq).toBe('9007');
  });

  it('writes an untouched object back without an update', async () => {
    const card = await aCard(await aCycle().build(db)).decided().build(db);
    const em = db.em();
    const found = await em.findOneOrFail(CardEntity, { id: card.id });
    em.getUnitOfWork().computeChangeSets();
    expect(em.getUnitOfWork().getChangeSets()).toEqual([]);
    found.progressDecision = null;
    await em.flush();
    const [raw] = await em.execute<{ isNull: boolean }[]>('select progress_decision is null as "isNull" from card where id = ?', [card.id]);
    expect(raw?.isNull).toBe(true);
  });

  it('writes one log line and numbers the changes within each stream', async () => {
    const cycle = await aCycle().build(db);
    const card = await aCard(cycle).build(db);
    const asked = input(card.id);
    await expect(db.runner.run(say, kitaStaff, asked)).resolves.toEqual({ comments: 1 });
    await db.runner.run(say, kitaStaff, input(card.id, 2));
    const changes = await changesOf(`cycle:${cycle.id}`);
    expect(changes.map((c) => Number(c.seq))).toEqual([1, 2, 3, 4]);
    expect(changes.map((c) => c.payload.strip)).toEqual(['さ"', '2', 'さ"', '2']);
    expect(await changesOf('ward:a"b\\c')).toHaveLength(2);
    const [line] = await db.em().execute<{ name: string; doer: object; after: object; output: object }[]>('select name, doer, after, output from command_log where id = ?', [asked.commandId]);
    expect(line).toEqual({ name: 'test.say', doer: kitaStaff.doer, after: { text: '➤ — 髙' }, output: { comments: 1 } });
  });

  it('answers a command that is sent again from its receipt, one after the other or at once', async () => {
    const cycle = await aCycle().build(db);
    const card = await aCard(cycle).build(db);
    const again = input(card.id);
    await db.runner.run(say, kitaStaff, again);
    await expect(db.runner.run(say, kitaStaff, again)).resolves.toEqual({ comments: 1 });
    const atOnce = input(card.id, 2);
    const answers = await Promise.all([1, 2, 3, 4].map(() => db.runner.run(say, kitaStaff, atOnce)));
    expect(answers).toEqual(Array.from({ length: 4 }, () => ({ comments: 2 })));
    expect(await changesOf(`cycle:${cycle.id}`)).toHaveLength(4);
  });

  it('refuses a command id that somebody else, or another input, has used', async () => {
    const card = await aCard(await aCycle().build(db)).build(db);
    const first = input(card.id);
    await db.runner.run(say, kitaStaff, first);
    await expect(db.runner.run(say, kitaApprover, first)).rejects.toThrow('command/id-reused');
    await expect(db.runner.run(say, kitaStaff, { ...first, comments: 7 })).rejects.toThrow('command/id-reused');
  });

  it('refuses a command id that was used with another secret, and keeps of a secret nothing that could be guessed', async () => {
    const cycle = await aCycle().build(db);
    const card = await aCard(cycle).build(db);
    const hush = useCase(contract, say.handle, { secrets: ['comments'] });
    const first = input(card.id);
    await db.runner.run(hush, kitaStaff, first);
    await expect(db.runner.run(hush, kitaStaff, first)).resolves.toEqual({ comments: 1 });
    await expect(db.runner.run(hush, kitaStaff, { ...first, comments: 2 })).rejects.toThrow('command/id-reused');
    const hashOf = async (id: string) => (await db.em().execute<{ hash: string }[]>('select input_hash as hash from command_log where id = ?', [id]))[0]?.hash;
    const quick = (asked: object) => createHash('sha256').update(contract.name).update(JSON.stringify(asked)).digest('base64url');
    expect([quick(first), quick({ ...first, comments: null })]).not.toContain(await hashOf(first.commandId));
  });

  it('leaves nothing behind when the use case refuses', async () => {
    const cycle = await aCycle().build(db);
    const card = await aCard(cycle).build(db);
    await expect(db.runner.run(say, kitaStaff, input(card.id, 0))).rejects.toThrow('card/changed-meanwhile');
    expect(await changesOf(`cycle:${cycle.id}`)).toEqual([]);
  });

  it('keeps the order of each stream under many writers on many cards', async () => {
    const cycle = await aCycle().build(db);
    const cards = await Promise.all(Array.from({ length: 12 }, () => aCard(cycle).build(db)));
    await Promise.all(cards.flatMap((card) => [1, 2, 3].map((n) => db.runner.run(say, kitaStaff, input(card.id, n)))));
    const changes = await changesOf(`cycle:${cycle.id}`);
    expect(changes.map((c) => Number(c.seq))).toEqual(Array.from({ length: 72 }, (_, i) => i + 1));
  });
});
