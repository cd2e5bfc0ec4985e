import type { TextValues } from '@furikaeri/model';
import type { NodeViewRenderer } from '@tiptap/core';
import { h, render, watchEffect } from 'vue';
import type { AppContext } from 'vue';
import TokenPill from '../../../shared/texts/TokenPill.vue';
import { markOf } from './schema.ts';

/** What the pills of one text show now; read again whenever it changes. */
export interface TokenWords {
  values: () => TextValues;
  source: (n: number) => string | undefined;
  name: (bureauFigureId: string) => string | undefined;
}

/** Draws each mark with the component that readers see, and keeps it fresh: a figure follows while somebody is typing. */
export const tokenView = (words: TokenWords, app: AppContext | null): NodeViewRenderer => ({ node }) => {
  const dom = document.createElement('span');
  dom.className = 'token-atom';
  const mark = markOf(node.attrs['mark'] as string);
  const stop = watchEffect(() => {
    if (mark === null) return;
    const pill = h(TokenPill, {
      mark, values: words.values(),
      source: mark.kind === 'quote' ? words.source(mark.n) : undefined,
      name: mark.kind === 'bureau' ? words.name(mark.id) : undefined,
    });
    pill.appContext = app;
    render(pill, dom);
  });
  return {
    dom,
    // A mark is never changed into another one; the editor draws the new one anew.
    update: (next) => next.attrs['mark'] === node.attrs['mark'] && next.type === node.type,
    ignoreMutation: () => true,
    destroy: () => { stop(); render(null, dom); },
  };
};
