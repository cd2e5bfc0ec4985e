import type { Mention, OutputOf, lookUpMentions } from '@furikaeri/contracts';
import { computed, onScopeDispose, ref, shallowRef } from 'vue';
import type { Ref } from 'vue';
import { isComposing } from '../../shared/ui/composing.ts';
import { openName, putName, stillCalled } from './mention-text.ts';
import type { OpenName } from './mention-text.ts';

export type Candidate = OutputOf<typeof lookUpMentions>['candidates'][number];

export interface MentionSource {
  text: Ref<string>;
  mentions: Ref<readonly Mention[]>;
  /** Where the cursor stands; null while it is elsewhere. */
  cursor: () => number | null;
  /** Puts the cursor there, once the new text is drawn. */
  moveTo: (cursor: number) => void;
  lookUp: (q: string) => Promise<readonly Candidate[]>;
  /** Runs it a little later, unless called off. */
  later: (run: () => void) => () => void;
  /** Told how many there are to choose from for what was typed. */
  found?: (count: number, q: string) => void;
}

/** Whose name begins with what was typed comes before those that were found by their 職 or their people. */
const nameFirst = (found: readonly Candidate[], q: string): Candidate[] => [...found].sort((a, b) => Number(b.name.startsWith(q)) - Number(a.name.startsWith(q)));

/** 「@」 opens a list of those who may be called; arrows walk, Enter or Tab chooses, Esc closes. Nothing moves while an input method converts. */
export function useMentions({ text, mentions, cursor, moveTo, lookUp, later, found = () => {} }: MentionSource) {
  const candidates = shallowRef<readonly Candidate[]>([]);
  const at = ref(0);
  const open = shallowRef<OpenName | null>(null);
  const isOpen = computed(() => open.value !== null && candidates.value.length > 0);
  /** What was typed of a name that nobody here has; null while there is a list, or none was looked for. */
  const nobody = ref<string | null>(null);
  const active = computed(() => (isOpen.value ? candidates.value[at.value] ?? null : null));
  let composing = false;
  let round = 0;
  let callOff = (): void => {};
  /** Closed by Esc: the same name is not offered again until it is another one. */
  let refused: number | null = null;

  function close(): void {
    round += 1;
    callOff();
    open.value = null;
    nobody.value = null;
    candidates.value = [];
  }
  /** Looks at what stands before the cursor, after every keystroke and move. */
  function look(): void {
    if (composing) return;
    const here = cursor();
    const name = here === null ? null : openName(text.value, here, mentions.value);
    if (name?.from !== refused) refused = null;
    if (name === null || refused !== null) { close(); return; }
    if (open.value?.from === name.from && open.value.q === name.q) return;
    open.value = name;
    const mine = ++round;
    callOff();
    callOff = later(() => { void read(name, mine); });
  }
  async function read(name: OpenName, mine: number): Promise<void> {
    let read: readonly Candidate[] = [];
    try {
      read = await lookUp(name.q);
    } catch {
      // No list is no error: the comment can be written without it, and sending says what is wrong.
      if (mine === round) nobody.value = null;
      return;
    }
    if (mine !== round) return;
    nobody.value = read.length === 0 && name.q !== '' ? name.q : null;
    candidates.value = nameFirst(read, name.q);
    at.value = 0;
    found(read.length, name.q);
  }
  function choose(candidate: Candidate): void {
    if (open.value === null) return;
    const { detail: _, ...mention } = candidate;
    const put = putName(text.value, open.value, mention.name);
    const others = mentions.value.filter((one) => one.kind !== mention.kind || one.id !== mention.id);
    text.value = put.text;
    mentions.value = stillCalled(put.text, [...others, mention as Mention]);
    close();
    moveTo(put.cursor);
  }
  function key(event: KeyboardEvent): void {
    if ((!isOpen.value && nobody.value === null) || composing || isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && isOpen.value) at.value = (at.value + step + candidates.value.length) % candidates.value.length;
    else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey && active.value !== null) choose(active.value);
    else if (event.key === 'Escape') { refused = open.value?.from ?? null; close(); } else return;
    event.preventDefault();
    // The panel around it would close on Esc.
    event.stopPropagation();
  }
  const compositionStart = (): void => { composing = true; close(); };
  const compositionEnd = (): void => { composing = false; look(); };
  /** For sending: those whose name still stands there. */
  const called = (): Mention[] => stillCalled(text.value, mentions.value);

  onScopeDispose(close);
  return { candidates, at, isOpen, nobody, active, look, key, choose, close, compositionStart, compositionEnd, called };
}
