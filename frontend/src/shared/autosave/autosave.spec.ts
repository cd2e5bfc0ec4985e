import { beforeEach, describe, expect, test } from '@jest/globals';
import { EMPTY_CONTENT } from '@furikaeri/model';
import type { AnswerContent } from '@furikaeri/model';
import type { OwnAnswer, ProblemBody } from '@furikaeri/contracts';
import { OfflineError, ProblemError } from '../commands/index.ts';
import { Autosave } from './autosave.ts';
import type { SaveState } from './autosave.ts';

const written = (example: string): AnswerContent => ({ ...EMPTY_CONTENT, example });
const answer = (version: number): OwnAnswer => ({ version }) as OwnAnswer;

describe('autosave', () => {
  let states: SaveState[];
  let kept: (AnswerContent | null)[];
  let pending: (() => void) | null;
  let requests: { content: AnswerContent; version: number }[];
  let replies: (() => Promise<OwnAnswer>)[];
  let autosave: Autosave<AnswerContent, OwnAnswer>;

  beforeEach(() => {
    states = [];
    kept = [];
    pending = null;
    requests = [];
    replies = [];
    autosave = new Autosave({
      save: (content, version) => { requests.push({ content, version }); return (replies.shift() ?? (() => Promise.resolve(answer(version + 1))))(); },
      later: (run) => { pending = run; return () => { pending = null; }; },
      keep: (content) => { kept.push(content); },
      onSaved: () => {},
      onState: (state) => { states.push(state); },
    }, 1);
  });

  test('sends once after several keystrokes, and says saved only when the server has answered', async () => {
    autosave.edit(written('あ'));
    autosave.edit(written('あい'));
    expect(states.at(-1)).toBe('waiting');
    await autosave.flush();
    expect(requests).toEqual([{ content: written('あい'), version: 1 }]);
    expect(states.at(-1)).toBe('saved');
    expect(autosave.version).toBe(2);
  });

  test('sends what was typed during a request afterwards, on the version that came back', async () => {
    replies = [async () => { autosave.edit(written('二')); return answer(2); }];
    autosave.edit(written('一'));
    await autosave.flush();
    expect(requests.map(({ content, version }) => [content.example, version])).toEqual([['一', 1], ['二', 2]]);
    expect(autosave.dirty).toBe(false);
  });

  test('keeps what could not be sent on the device and tries again', async () => {
    replies = [() => Promise.reject(new OfflineError('away'))];
    autosave.edit(written('大事な文'));
    expect(await autosave.flush()).toBe(false);
    expect(states.at(-1)).toBe('unsent');
    expect(kept.at(-1)).toEqual(written('大事な文'));
    pending?.();
    expect(await autosave.flush()).toBe(true);
    expect(kept.at(-1)).toBeNull();
  });

  test('says unsent, not saving, from the first failure until the server has everything', async () => {
    replies = [() => Promise.reject(new OfflineError('away')), () => Promise.reject(new OfflineError('still away'))];
    autosave.edit(written('一'));
    await autosave.flush();
    states = [];
    autosave.edit(written('一二'));
    expect(await autosave.flush()).toBe(false);
    expect(new Set(states)).toEqual(new Set(['unsent']));
    expect(await autosave.flush()).toBe(true);
    expect(states.at(-1)).toBe('saved');
    autosave.edit(written('一二三'));
    expect(states.at(-1)).toBe('waiting');
  });

  test('stops at a conflict until a person has chosen, and loses nothing meanwhile', async () => {
    const body: ProblemBody = { type: 'about:blank', code: 'submission/changed-meanwhile', title: '', status: 409, current: answer(7) };
    replies = [() => Promise.reject(new ProblemError(body))];
    autosave.edit(written('わたしの文'));
    expect(await autosave.flush()).toBe(false);
    expect(states.at(-1)).toBe('conflict');
    autosave.edit(written('わたしの文、続き'));
    expect(requests).toHaveLength(1);
    expect(kept.at(-1)).toEqual(written('わたしの文、続き'));
    autosave.rebase(7);
    autosave.edit(written('選んだ文'));
    await autosave.flush();
    expect(requests.at(-1)).toEqual({ content: written('選んだ文'), version: 7 });
  });

  test('follows the version of a colleague only while nothing is owed', () => {
    autosave.adopt(4);
    expect(autosave.version).toBe(4);
    autosave.edit(written('書きかけ'));
    autosave.adopt(5);
    expect(autosave.version).toBe(4);
  });
});
