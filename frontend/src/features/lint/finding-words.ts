import type { LintFindingView } from '@furikaeri/contracts';
import { decimalWords } from '@furikaeri/model';
import type { LintRuleId } from '@furikaeri/model';

/** A message with what fills it. */
export interface Said { key: string; named: Record<string, string> }
/** Two things that do not go together, or that should not be the same: 「全区で実施済」 ≠ 「実施状況：実施中」. */
export interface Pair { left: Side; right: Side; same: boolean }
/** Words as they stand in the sheet, or a message. */
export type Side = string | Said;

type Finding = Pick<LintFindingView, 'rule' | 'state' | 'codes' | 'field' | 'facts'>;
type Words = (finding: Finding, fact: (name: string) => string) => Said[];

const WHOLE = /^\d+$/;
const said = (key: string, named: Record<string, string> = {}): Said => ({ key, named });
const one = (rule: LintRuleId, variant: string, named: Record<string, string> = {}): Said[] => [said(`lint.found.${rule}.${variant}`, named)];
/** 「令和5年度中に」 is quoted as 「令和5年度中」. */
const until = (deadline: string): string => deadline.replace(/に$/u, '');
/** 3-(1)-16a is called 16a beside its neighbour. */
export const shortCode = (code = ''): string => code.slice(code.lastIndexOf('-') + 1);
/** 「全区」 has its unit in it. */
const amount = (value: string, unit: string): string => (value.endsWith(unit) && unit !== '' ? value : decimalWords(value, unit));
const sumWords = (parts: string): string => parts.split('+').map((part) => decimalWords(part, '')).join('＋');

const WORDS: Record<LintRuleId, Words> = {
  'overdue-unexplained': (_, fact) => one('overdue-unexplained', fact('deadline') === '' ? 'plain' : 'dated', { deadline: until(fact('deadline')), years: fact('years') }),
  'done-but-in-progress': (_, fact) => (fact('said') === ''
    ? one('done-but-in-progress', 'counted', { value: amount(fact('value'), fact('unit')) }) : one('done-but-in-progress', 'said', { said: fact('said') })),
  'completed-though-not-all': (_, fact) => {
    const [count, of] = [fact('count'), fact('of')];
    const named = { count: amount(count, fact('unit')), of: amount(of, fact('unit')) };
    return WHOLE.test(count) && WHOLE.test(of)
      ? one('completed-though-not-all', 'left', { ...named, left: amount(String(BigInt(of) - BigInt(count)), fact('unit')) }) : one('completed-though-not-all', 'of', named);
  },
  'completed-before-target': (_, fact) => one('completed-before-target', 'plain', { target: fact('target') }),
  'printed-number-differs': (_, fact) => one('printed-number-differs', 'plain', { printed: amount(fact('printed'), fact('unit')), answered: amount(fact('answered'), fact('unit')) }),
  'parts-add-up': ({ state }, fact) => one('parts-add-up', state, { parts: sumWords(fact('parts')), sum: amount(fact('sum'), fact('unit')), whole: amount(fact('whole'), fact('unit')) }),
  'stated-mean-differs': ({ state }, fact) => one('stated-mean-differs', state, { stated: amount(fact('stated'), fact('unit')), computed: amount(fact('computed'), fact('unit')), wards: fact('wards'), column: fact('column') }),
  'same-figure-in-neighbours': ({ state, codes }, fact) => one('same-figure-in-neighbours', state, { first: shortCode(codes[0]), second: shortCode(codes[1]), count: amount(fact('count'), fact('unit')) }),
  'same-goal-different-count': ({ codes }, fact) => one('same-goal-different-count', 'plain', { first: codes[0] ?? '', second: codes[1] ?? '', count: amount(fact('count'), fact('unit')), other: amount(fact('other'), fact('unit')) }),
  'goal-without-figure': (_, fact) => one('goal-without-figure', 'plain', { goal: fact('goal') }),
  'stale-figure': (_, fact) => one('stale-figure', 'plain', { figures: fact('figures') }),
  'cell-repeats-neighbour': ({ field }, fact) => one('cell-repeats-neighbour', 'plain', { field: field ?? '', sentence: fact('sentence') }),
  'issue-equals-next-step': () => one('issue-equals-next-step', 'plain'),
  'nothing-left-in-progress': () => one('nothing-left-in-progress', 'plain'),
  'quoted-text-not-found': (_, fact) => (['title', 'goal'] as const).filter((what) => fact(what) !== '').flatMap((what) => {
    const nearest = fact(`${what}Nearest`);
    return one('quoted-text-not-found', nearest === '' ? `${what}Alone` : what, { [what]: fact(what), section: fact('section'), nearest });
  }),
};

const factOf = ({ facts }: Finding) => (name: string): string => facts[name] ?? '';

/** What was found, one message or several. */
export const saidOf = (finding: Finding): Said[] => WORDS[finding.rule](finding, factOf(finding));

type Translate = (key: string, named: Record<string, string>) => string;

/** What was found and what to do, with its facts, in the reader's language. */
export const sentenceOf = (t: Translate, finding: Finding): string =>
  saidOf(finding).map(({ key, named }) => t(key, named['field'] === undefined ? named : { ...named, field: t(`lint.field.${named['field']}`, {}) })).join(' ');

const IN_PROGRESS = said('lint.pair.progress', { value: 'in_progress' });
const COMPLETED = said('lint.pair.progress', { value: 'completed' });
const pair = (left: Side, right: Side, same = false): Pair => ({ left, right, same });

const PAIRS: Record<LintRuleId, (finding: Finding, fact: (name: string) => string) => Pair> = {
  'overdue-unexplained': (_, fact) => pair(fact('deadline') === '' ? said('lint.pair.deadline') : until(fact('deadline')), IN_PROGRESS),
  'done-but-in-progress': (_, fact) => pair(fact('said') === '' ? said('lint.pair.answers', { value: amount(fact('value'), fact('unit')) }) : fact('said'), IN_PROGRESS),
  'completed-though-not-all': (_, fact) => pair(`${amount(fact('count'), fact('unit'))} / ${fact('of')}`, COMPLETED),
  'completed-before-target': (_, fact) => pair(fact('target'), said('lint.pair.noFigure')),
  'printed-number-differs': (_, fact) => pair(said('lint.pair.text', { value: amount(fact('printed'), fact('unit')) }), said('lint.pair.answers', { value: amount(fact('answered'), fact('unit')) })),
  'parts-add-up': ({ state }, fact) => pair(`${sumWords(fact('parts'))}＝${decimalWords(fact('sum'), '')}`, amount(fact('whole'), fact('unit')), state === 'pass'),
  'stated-mean-differs': ({ state }, fact) => pair(said('lint.pair.text', { value: amount(fact('stated'), fact('unit')) }), said('lint.pair.table', { value: amount(fact('computed'), fact('unit')) }), state === 'pass'),
  'same-figure-in-neighbours': ({ codes }, fact) => pair(rowSays(codes[0], amount(fact('count'), fact('unit'))), rowSays(codes[1], amount(fact('count'), fact('unit'))), true),
  'same-goal-different-count': ({ codes }, fact) => pair(rowSays(codes[0], amount(fact('count'), fact('unit'))), rowSays(codes[1], amount(fact('other'), fact('unit')))),
  'goal-without-figure': (_, fact) => pair(fact('goal'), said('lint.pair.noFigure')),
  'stale-figure': (_, fact) => pair(fact('figures'), said('lint.pair.thisYear')),
  'cell-repeats-neighbour': ({ field }) => pair(said(`lint.field.${field ?? 'row'}`), said('lint.field.results'), true),
  'issue-equals-next-step': () => pair(said('lint.field.issues'), said('lint.field.nextSteps'), true),
  'nothing-left-in-progress': () => pair(said('lint.pair.none'), IN_PROGRESS),
  'quoted-text-not-found': (_, fact) => (fact('title') === '' ? pair(fact('goal'), nearestOf(fact('goalNearest'))) : pair(fact('title'), nearestOf(fact('titleNearest')))),
};
const rowSays = (code: string | undefined, value: string): Said => said('lint.pair.ofRow', { code: shortCode(code), value });
const nearestOf = (text: string): Side => (text === '' ? said('lint.pair.nothing') : text);

/** The two sides of a finding, for the eye. */
export const pairOf = (finding: Finding): Pair => PAIRS[finding.rule](finding, factOf(finding));

/** One side in the reader's language; 実施状況 always with its axis. */
export const sideWords = (t: Translate, side: Side): string => {
  if (typeof side === 'string') return side;
  if (side.key === 'lint.pair.progress') return t('words.progress.of', { value: t(`words.progress.${side.named['value']}`, {}) });
  return t(side.key, side.named);
};
