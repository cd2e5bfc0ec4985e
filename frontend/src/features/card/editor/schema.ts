import { parseText } from '@furikaeri/model';
import type { TextMark } from '@furikaeri/model';
import { Extension, Node } from '@tiptap/core';
import type { Extensions, NodeViewRenderer } from '@tiptap/core';
import { history, redo, undo } from '@tiptap/pm/history';

const Doc = Node.create({ name: 'doc', topNode: true, content: 'paragraph+' });
const Words = Node.create({ name: 'text', group: 'inline' });
const Line = Node.create({
  name: 'paragraph', group: 'block', content: 'inline*',
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: () => ['p', 0],
  addKeyboardShortcuts() { return { 'Shift-Enter': () => this.editor.commands.splitBlock() }; },
});

/** Undo and redo; a text that came from a colleague is no step of one's own. */
const Steps = Extension.create({
  name: 'steps',
  addProseMirrorPlugins: () => [history()],
  addKeyboardShortcuts() {
    const run = (step: typeof undo) => (): boolean => step(this.editor.state, this.editor.view.dispatch);
    return { 'Mod-z': run(undo), 'Shift-Mod-z': run(redo), 'Mod-y': run(redo) };
  },
});

export const markOf = (mark: string): TextMark | null => {
  const [part] = parseText(mark);
  return part === undefined || part.kind === 'text' ? null : part;
};

/** Plain text with figures and quotes in it as atoms; nothing else, so that nothing else can be pasted or typed. */
export const extensionsFor = (words: (mark: string) => string, view: NodeViewRenderer): Extensions => [
  Doc, Words, Line, Steps,
  Node.create({
    name: 'token', group: 'inline', inline: true, atom: true,
    addAttributes: () => ({ mark: { default: '', parseHTML: (element: HTMLElement) => element.getAttribute('data-token'), renderHTML: ({ mark }: Record<string, unknown>) => ({ 'data-token': mark }) } }),
    parseHTML: () => [{ tag: 'span[data-token]', getAttrs: (element) => (markOf(element.getAttribute('data-token') ?? '') === null ? false : null) }],
    renderHTML: ({ HTMLAttributes, node }) => ['span', HTMLAttributes, words(node.attrs['mark'] as string)],
    // What other programs get is what is printed.
    renderText: ({ node }) => words(node.attrs['mark'] as string),
    addNodeView: () => view,
  }),
];
