import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as contracts from '@furikaeri/contracts';
import { startTestApi, type TestApi } from '../../../../test/kit/api.ts';
import { yes } from '../../../../test/kit/act.ts';
import { aCard, aCycle, aSubmission } from '../../../../test/kit/builders.ts';
import { committee, committeeLead, kita, kitaApprover, nishi, nishiStaff, otherLead, viewer, type CastMember } from '../../../../test/kit/cast.ts';
import { createTestDatabase, type TestDatabase } from '../../../../test/kit/database.ts';
import { listen } from '../../../../test/kit/listening.ts';
import { waitFor } from '../../../../test/kit/wait-for.ts';
import { newId } from '../../platform/commands/new-id.ts';

const SENTENCE = '区社協と毎月の定例会を開いた。';

describe('whose sentence it was', () => {
  let db: TestDatabase;
  let api: TestApi;
  beforeAll(async () => {
    db = await createTestDatabase();
    api = await startTestApi(db);
  });
  afterAll(async () => { await api.close(); await db.close(); });

  it('reaches no ward, no other 部会 and no viewer: not by the card, its history, the tail of changes or a socket', async () => {
    const cycle = await aCycle().build(db);
    const card = await aCard(cycle).at('committee_review').asking('北区', '西区').build(db);
    const answer = await aSubmission(card).by('北区').submitted(yes(SENTENCE)).build(db);
    const stream = `cycle:${cycle.id}`;
    const secrets = [kita.id, answer.id];

    const lead = await api.as(committeeLead);
    const leadHears = await listen(lead, stream, `${stream}:committee:${committee.id}`);
    const outsiders: [CastMember, string[]][] = [[nishiStaff, [stream, `ward:${nishi.id}`]], [otherLead, [stream]], [viewer, [stream]]];
    const ears = await Promise.all(outsiders.map(async ([who, streams]) => ({ who, visitor: await api.as(who), hears: await listen(await api.as(who), ...streams) })));

    await lead.call(contracts.writeCardText, {
      commandId: newId(), cardId: card.id, field: 'results', expectedVersion: 1, text: `${SENTENCE}{{引|1}}`,
      quotes: [{ n: 1, organisationId: kita.id, submissionId: answer.id, field: 'example', text: SENTENCE }],
    });
    await waitFor(() => leadHears.heard.some(({ payload }) => payload.type === 'quotes.changed'));
    expect(JSON.stringify(leadHears.heard)).toContain(answer.id);

    for (const { visitor, hears } of ears) {
      await waitFor(() => hears.heard.some(({ payload }) => payload.type === 'card.changed'));
      const seen = await visitor.call(contracts.openCard, { cardId: card.id });
      expect(seen.texts[0]?.text).toBe(`${SENTENCE}{{引|1}}`);
      const all = JSON.stringify([
        hears.heard, seen, await visitor.call(contracts.readCardHistory, { cardId: card.id }), await visitor.call(contracts.readChanges, { stream, after: 0 }),
      ]);
      for (const secret of secrets) expect(all).not.toContain(secret);
      await expect(visitor.call(contracts.readChanges, { stream: `${stream}:committee:${committee.id}`, after: 0 })).rejects.toThrow();
    }
    // Even the ward that wrote it is not told that it was chosen.
    expect((await (await api.as(kitaApprover)).call(contracts.openCard, { cardId: card.id })).quotes).toEqual([]);
    for (const one of [leadHears, ...ears.map(({ hears }) => hears)]) one.close();
  });
});
