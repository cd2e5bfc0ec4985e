import type { Mention } from '@furikaeri/contracts';
import { describe, expect, test } from '@jest/globals';
import { effectScope, ref } from 'vue';
import { useMentions } from './use-mentions.ts';
import type { Candidate } from './use-mentions.ts';

const candidate = (id: string, name: string): Candidate => ({ kind: 'person', id, name, detail: '北区 市民協働課' }) as Candidate;
const PEOPLE = [candidate('p1', '岡本 恵'), candidate('p2', '岡田 実'), candidate('p3', '北野 花')];

/** A comment box without a screen: what is typed stands at the cursor, and the pause before looking up ends when the spec says so. */
function aBox(lookUp = async (q: string): Promise<readonly Candidate[]> => PEOPLE.filter(({ name }) => name.startsWith(q))) {
  const text = ref('');
  const mentions = ref<readonly Mention[]>([]);
  let cursor = 0;
  let pending: (() => void) | null = null;
  const asked: string[] = [];
  const scope = effectScope();
  const box = scope.run(() => useMentions({
    text, mentions, cursor: () => cursor, moveTo: (to) => { cursor = to; },
    lookUp: (q) => { asked.push(q); return lookUp(q); },
    later: (run) => { pending = run; return () => { pending = null; }; },
  }));
  if (box === undefined) throw new Error('no scope');
  const put = (words: string): void => { text.value = text.value.slice(0, cursor) + words + text.value.slice(cursor); cursor += words.length; };
  return {
    ...box, text, mentions, asked, put, scope,
    type: (words: string): void => { put(words); box.look(); },
    pause: async (): Promise<void> => { const run = pending; pending = null; run?.(); await new Promise(setImmediate); },
    press: (key: string, more: object = {}): { prevented: boolean; stopped: boolean } => {
      const seen = { prevented: false, stopped: false };
      box.key({ key, isComposing: false, keyCode: 0, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more, preventDefault: () => { seen.prevented = true; }, stopPropagation: () => { seen.stopped = true; } } as unknown as KeyboardEvent);
      return seen;
    },
    names: (): string[] => box.candidates.value.map(({ name }) => name),
  };
}

describe('calling somebody in a comment', () => {
  test('@ offers those who may be called, and each letter narrows it', async () => {
    const box = aBox();
    box.type('数を@');
    await box.pause();
    expect([box.isOpen.value, box.names()]).toEqual([true, ['岡本 恵', '岡田 実', '北野 花']]);
    box.type('岡');
    await box.pause();
    expect(box.names()).toEqual(['岡本 恵', '岡田 実']);
  });
  test('a name that nobody here has is said to have nobody, until it is another one or Esc closes it', async () => {
    const box = aBox();
    box.type('@南');
    await box.pause();
    expect([box.isOpen.value, box.nobody.value, box.press('Enter').prevented, box.press('ArrowDown').prevented]).toEqual([false, '南', false, false]);
    expect(box.press('Escape')).toEqual({ prevented: true, stopped: true });
    expect(box.nobody.value).toBeNull();
    const other = aBox();
    other.type('@南');
    await other.pause();
    other.type(' さんへ');
    expect(other.nobody.value).toBeNull();
    const away = aBox(async () => { throw new Error('away'); });
    away.type('@南');
    await away.pause();
    expect(away.nobody.value).toBeNull();
  });
  test('whose name begins so comes before who was found otherwise', async () => {
    const box = aBox(async () => [candidate('p4', '福祉部会'), candidate('p5', '市民局'), ...PEOPLE]);
    box.type('@岡');
    await box.pause();
    expect(box.names()).toEqual(['岡本 恵', '岡田 実', '福祉部会', '市民局', '北野 花']);
  });
  test('asks once after several letters', async () => {
    const box = aBox();
    for (const letter of ['@', '岡', '本']) box.type(letter);
    await box.pause();
    expect(box.asked).toEqual(['岡本']);
  });
  test('arrows walk around, Enter puts the name in and keeps whom it means', async () => {
    const box = aBox();
    box.type('@岡');
    await box.pause();
    box.press('ArrowUp');
    expect(box.active.value?.name).toBe('岡田 実');
    box.press('ArrowDown');
    box.press('ArrowDown');
    expect(box.press('Enter')).toEqual({ prevented: true, stopped: true });
    expect([box.text.value, box.mentions.value, box.isOpen.value]).toEqual(['@岡田 実 ', [{ kind: 'person', id: 'p2', name: '岡田 実' }], false]);
  });
  test('Enter without a list is a new line, and Ctrl+Enter always belongs to the box', async () => {
    const box = aBox();
    box.type('文');
    expect(box.press('Enter').prevented).toBe(false);
    box.type(' @岡');
    await box.pause();
    expect(box.press('Enter', { ctrlKey: true }).prevented).toBe(false);
  });
  test('Esc closes the list, not the panel, and this name is not offered again', async () => {
    const box = aBox();
    box.type('@岡');
    await box.pause();
    expect(box.press('Escape')).toEqual({ prevented: true, stopped: true });
    box.type('本');
    await box.pause();
    expect(box.isOpen.value).toBe(false);
    expect(box.press('Escape').stopped).toBe(false);
    box.type(' @北');
    await box.pause();
    expect(box.names()).toEqual(['北野 花']);
  });
  test('nothing is asked or chosen while an input method converts; what it ends in is looked up', async () => {
    const box = aBox();
    box.type('@');
    box.compositionStart();
    box.type('おか');
    await box.pause();
    expect([box.asked, box.isOpen.value]).toEqual([[], false]);
    expect(box.press('Enter', { isComposing: true }).prevented).toBe(false);
    box.text.value = '@岡';
    box.compositionEnd();
    await box.pause();
    expect(box.asked).toEqual(['岡']);
    expect(box.press('Enter', { keyCode: 229 }).prevented).toBe(false);
  });
  test('an answer that comes late does not open a list that nobody asks for any more', async () => {
    let answer = (_: readonly Candidate[]): void => {};
    const box = aBox(() => new Promise((resolve) => { answer = resolve; }));
    box.type('@岡');
    await box.pause();
    box.type(' ');
    answer(PEOPLE);
    await box.pause();
    expect(box.isOpen.value).toBe(false);
  });
  test('a list that cannot be read leaves the comment as it is', async () => {
    const box = aBox(() => Promise.reject(new Error('offline')));
    box.type('@岡');
    await box.pause();
    expect([box.isOpen.value, box.text.value]).toEqual([false, '@岡']);
  });
  test('who is rubbed out is not called when the comment is sent', async () => {
    const box = aBox();
    box.type('@岡本');
    await box.pause();
    box.press('Enter');
    expect(box.called()).toHaveLength(1);
    box.text.value = box.text.value.replace('恵', '');
    expect(box.called()).toEqual([]);
  });
  test('the same person is called once', async () => {
    const box = aBox();
    for (const round of [1, 2]) {
      box.type('@岡本');
      await box.pause();
      box.press('Enter');
      expect([round, box.mentions.value.length]).toEqual([round, 1]);
    }
  });
});
