import { onScopeDispose, ref, watch } from 'vue';
import type { Ref } from 'vue';
import { afterPaint } from '../../../shared/after-paint.ts';
import type * as dragLibrary from './drag-library.ts';

type Element = HTMLElement | null;
type Library = typeof dragLibrary;

/** Nobody drags before the board is there to be seen, so the library comes after it. Gives back what takes it away again. */
function withLibrary(attach: (library: Library) => () => void): () => void {
  let gone = false;
  let stop = (): void => {};
  void afterPaint().then(() => import('./drag-library.ts')).then((library) => { if (!gone) stop = attach(library); });
  return () => { gone = true; stop(); };
}

/** The tile can be lifted with the pointer. Each of its sides is one of four ways to the same command. */
export function useTileDrag(element: Ref<Element>, cardId: () => string, mayLift: () => boolean) {
  const isLifted = ref(false);
  watch(element, (node, _, clean) => {
    if (node === null) return;
    clean(withLibrary(({ draggable }) => draggable({
      element: node, canDrag: mayLift, getInitialData: () => ({ cardId: cardId() }),
      onDragStart: () => { isLifted.value = true; }, onDrop: () => { isLifted.value = false; },
    })));
  }, { immediate: true });
  return isLifted;
}

/** A lane takes every tile, so that a refused one is not lost: what happens then is decided by the move itself. */
export function useLaneDrop(element: Ref<Element>, scroller: Ref<Element>, lane: () => string) {
  const isOver = ref(false);
  watch(element, (node, _, clean) => {
    if (node === null) return;
    clean(withLibrary(({ dropTargetForElements }) => dropTargetForElements({
      element: node, getData: () => ({ lane: lane() }),
      onDragEnter: () => { isOver.value = true; }, onDragLeave: () => { isOver.value = false; }, onDrop: () => { isOver.value = false; },
    })));
  }, { immediate: true });
  watch(scroller, (node, _, clean) => { if (node !== null) clean(withLibrary(({ autoScrollForElements }) => autoScrollForElements({ element: node }))); }, { immediate: true });
  return isOver;
}

/** Which card is in the air, and where it came down. */
export function useDragWatch(onDrop: (cardId: string, lane: string) => void) {
  const dragged = ref<string | null>(null);
  const stop = withLibrary(({ monitorForElements }) => monitorForElements({
    onDragStart: ({ source }) => { dragged.value = String(source.data['cardId'] ?? ''); },
    onDrop: ({ source, location }) => {
      dragged.value = null;
      const lane = location.current.dropTargets[0]?.data['lane'];
      if (typeof lane === 'string') onDrop(String(source.data['cardId']), lane);
    },
  }));
  onScopeDispose(stop);
  return dragged;
}
