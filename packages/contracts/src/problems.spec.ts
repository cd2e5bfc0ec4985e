import { describe, expect, it } from '@jest/globals';
import { CONTRACTS } from './catalogue.ts';
import { applyImport, undoImport } from './commands/start-imports.ts';
import { PROBLEMS, type ProblemCode } from './problems.ts';

const codes = Object.keys(PROBLEMS) as ProblemCode[];
const contracts = [...CONTRACTS, applyImport, undoImport];

describe('problems', () => {
  it.each(codes)('%s has a status and says in both languages what happened and what to do', (code) => {
    const { status, ja, en } = PROBLEMS[code];
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*\/[a-z]+(-[a-z0-9]+)*$/);
    expect([400, 401, 403, 404, 409, 413, 422, 429, 500, 503]).toContain(status);
    expect(ja).toMatch(/[ぁ-ん].*。$/);
    expect(en).toMatch(/^[A-Z].*\.$/);
    // A Japanese key word in the original form may stand between corner brackets.
    expect(en.replaceAll(/「[^」]*」/g, '')).not.toMatch(/[ぁ-んァ-ヶ一-龠。、]/);
  });

  it('keep to the status that their kind of refusal has', () => {
    const statuses = (ending: string): number[] => [...new Set(codes.filter((code) => code.endsWith(ending)).map((code) => PROBLEMS[code].status))];
    expect(statuses('/not-found')).toEqual([404]);
    expect(statuses('/changed-meanwhile')).toEqual([409]);
    expect(statuses('/not-yours')).toEqual([403]);
    expect(statuses('reason-required')).toEqual([422]);
  });

  it('are told apart by their words', () => {
    for (const language of ['ja', 'en'] as const) {
      const texts = codes.map((code) => PROBLEMS[code][language]);
      expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
    }
  });

  it('of a contract are listed once and not such as any request may end in', () => {
    for (const { name, problems } of contracts) {
      expect([name, problems.filter((code, index) => problems.indexOf(code) !== index)]).toEqual([name, []]);
      expect([name, problems.filter((code) => code.startsWith('request/') || code.startsWith('server/'))]).toEqual([name, []]);
    }
  });
});
