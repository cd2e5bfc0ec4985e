import { draggable, dropTargetForElements, monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import { onScopeDispose, ref, watch } from 'vue';
import type { Ref } from 'vue';

type Element = HTMLElement | null;

/** The tile can be lifted with the pointer. Each of its sides is one of four ways to the same command. */
export function useTileDrag(element: Ref<Element>, cardId: () => string, mayLift: () => boolean) {
  const isLifted = ref(false);
  watch(element, (node, _, clean) => {
    if (node === null) return;
    clean(draggable({
      element: node, canDrag: mayLift, getInitialData: () => ({ cardId: cardId() }),
      onDragStart: () => { isLifted.value = true; }, onDrop: () => { isLifted.value = false; },
    }));
  }, { immediate: true });
  return isLifted;
}

/** A lane takes every tile, so that a refused one is not lost: what happens then is decided by the move itself. */
export function useLaneDrop(element: Ref<Element>, scroller: Ref<Element>, lane: () => string) {
  const isOver = ref(false);
  watch(element, (node, _, clean) => {
    if (node === null) return;
    clean(dropTargetForElements({
      element: node, getData: () => ({ lane: lane() }),
      onDragEnter: () => { isOver.value = true; }, onDragLeave: () => { isOver.value = false; }, onDrop: () => { isOver.value = false; },
    }));
  }, { immediate: true });
  watch(scroller, (node, _, clean) => { if (node !== null) clean(autoScrollForElements({ element: node })); }, { immediate: true });
  return isOver;
}

/** Which card is in the air, and where it came down. */
export function useDragWatch(onDrop: (cardId: string, lane: string) => void) {
  const dragged = ref<string | null>(null);
  const stop = monitorForElements({
    onDragStart: ({ source }) => { dragged.value = String(source.data['cardId'] ?? ''); },
    onDrop: ({ source, location }) => {
      dragged.value = null;
      const lane = location.current.dropTargets[0]?.data['lane'];
      if (typeof lane === 'string') onDrop(String(source.data['cardId']), lane);
    },
  });
  onScopeDispose(stop);
  return dragged;
}
