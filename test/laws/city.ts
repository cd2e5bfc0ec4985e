import type { CardTile, OutputOf, ProgressTable, openBoard } from '../../packages/contracts/src/index.ts';
import { CardEntity, refreshCard } from '../../backend/src/features/cards/index.ts';
import { SubmissionEntity } from '../../backend/src/features/submissions/index.ts';
import { content } from '../kit/act.ts';
import { startTestApi, type TestApi, type Visitor } from '../kit/api.ts';
import { aCard, aCycle, aSubmission } from '../kit/builders.ts';
import { createTestDatabase, type TestDatabase } from '../kit/database.ts';
import { enterMorePeople, NAMES, PEOPLE, type PersonName } from './people.ts';
import { asks, BUREAU_DEADLINE, type CardName, WARD_DEADLINE, type Words, type World } from './world.ts';

/** The board and the table of one moment, as the product shows them. */
interface Seen { board: OutputOf<typeof openBoard>; table: ProgressTable }

/** Compressing what never leaves the machine would take a good part of the time. */
export const PLAIN = { 'accept-encoding': 'identity' };

/** The real product over real HTTP: everybody logged in, and one review in it after another. */
export class City {
  cycleId = '';
  seen!: Seen;
  private readonly cardIds = new Map<CardName, string>();
  private visitors = new Map<PersonName, Visitor>();

  private constructor(readonly db: TestDatabase, private readonly api: TestApi) {}

  static async open(): Promise<City> {
    const db = await createTestDatabase();
    await enterMorePeople(db);
    // The clock is moved by days, and nobody is to be logged out by that.
    const api = await startTestApi(db, { SESSION_HOURS: '720', SESSION_IDLE_MINUTES: '40000' });
    const city = new City(db, api);
    city.visitors = new Map(await Promise.all(NAMES.map(async (name) => [name, await api.as(PEOPLE[name])] as const)));
    return city;
  }

  async close(): Promise<void> {
    await this.api.close();
    await this.db.close();
  }

  as(name: PersonName): Visitor {
    const visitor = this.visitors.get(name);
    if (visitor === undefined) throw new Error(`${name} is not logged in.`);
    return visitor;
  }

  /** Another review, standing as this world stands. */
  async settle(world: World): Promise<void> {
    this.moveTo(world.today);
    const cycle = await aCycle().in(world.phase).with({ wardDeadline: WARD_DEADLINE, bureauDeadline: BUREAU_DEADLINE }).build(this.db);
    this.cycleId = cycle.id;
    this.cardIds.clear();
    for (const card of world.cards) {
      const reviewed = card.stage === 'reviewed' ? { approval: { by: PEOPLE['部会長'].doer, at: '2025-05-13T01:00:00.000Z', reason: null } } : {};
      const builder = aCard(cycle).of(card.committee).ofBureau(card.bureau).at(card.stage).measuring({ kind: card.counts }).with({ asks: asks(card), ...reviewed });
      if (card.everyYear) builder.everyYear();
      if (card.texts.results) builder.withTexts();
      if (card.decided) builder.decided(card.progress);
      const { id } = await builder.build(this.db);
      this.cardIds.set(card.name, id);
      for (const { organisation, state, submitted, before } of card.answers) {
        const words = submitted === null ? null : contentOf(submitted);
        await aSubmission({ id }).by(organisation).with({
          state, submitted: words, draft: words ?? content(), submittedAt: words === null ? null : new Date('2025-05-12T01:00:00Z'),
          stateBeforeApproval: before, waivedReason: state === 'waived' ? '提出がなかったため' : null,
        }).build(this.db);
      }
      const em = this.db.em();
      await refreshCard(em, await em.findOneOrFail(CardEntity, { id }), await em.find(SubmissionEntity, { cardId: id }), this.db.clock.now());
      await em.flush();
    }
    await this.look('閲覧者');
  }

  moveTo(day: string): void {
    this.db.clock.moveTo(new Date(`${day}T01:00:00Z`));
  }

  /** The whole review: totals as this person sees them, states as the 事務局 does. */
  async look(name: PersonName): Promise<void> {
    const [board, table] = await Promise.all([
      this.get<Seen['board']>(name, `/api/cycles/${this.cycleId}/board`),
      this.get<Seen['table']>('事務局', `/api/cycles/${this.cycleId}/progress`),
    ]);
    this.seen = { board, table };
  }

  async get<T>(name: PersonName, path: string): Promise<T> {
    const response = await this.as(name).send('GET', path, undefined, PLAIN);
    if (!response.ok) throw new Error(`${name} GET ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  cardId(name: CardName): string {
    const id = this.cardIds.get(name);
    if (id === undefined) throw new Error(`There is no card ${name}.`);
    return id;
  }

  tile(name: CardName): CardTile {
    const id = this.cardId(name);
    const tile = this.seen.board.cards.find((one) => one.id === id);
    if (tile === undefined) throw new Error(`${name} is not on the board.`);
    return tile;
  }

  cells(name: CardName): ProgressTable['cells'] {
    const id = this.cardId(name);
    return this.seen.table.cells.filter(({ cardId }) => cardId === id);
  }

  cell(name: CardName, organisationId: string): ProgressTable['cells'][number] {
    const cell = this.cells(name).find((one) => one.organisationId === organisationId);
    if (cell === undefined) throw new Error(`${name} does not ask ${organisationId}.`);
    return cell;
  }
}

/** What an organisation types to say this; its mark stands in a field that no figure looks at. */
export function contentOf({ says, mark }: Words): ReturnType<typeof content> {
  const filled = { example: `例 ${mark}`, issue: mark, numerator: '123' };
  switch (says) {
    case 'yes': return content({ ...filled, answer: 'yes' });
    case 'no': return content({ ...filled, answer: 'no', reason: '会場が取れなかった' });
    case 'bare_no': return content({ ...filled, answer: 'no' });
    case 'none': return content({ issue: mark, answer: 'not_applicable', reason: '対象がない' });
    case 'bare_none': return content({ issue: mark, answer: 'not_applicable' });
    case 'blank': return content({ issue: mark });
  }
}
