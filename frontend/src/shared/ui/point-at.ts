const MARKED = 'field-pointed';
const STAYS = 2400;
const EDITOR_COMES = 3000;

/**
 * Brings a place into sight, rings it for as long as it takes to find it, and gives the focus to what is written in there,
 * or to the place itself. Nothing glides: who asked for less motion sees the same.
 */
export function pointAt(place: HTMLElement, toWrite: () => HTMLElement | null = () => null): void {
  place.classList.add(MARKED);
  setTimeout(() => place.classList.remove(MARKED), STAYS);
  place.scrollIntoView({ block: 'center' });
  focusOn(toWrite() ?? place);
  // An editor may come a moment after its text, and makes room for itself. Whoever went on meanwhile is left alone.
  const from = performance.now();
  const wait = (): void => {
    const found = toWrite();
    if (found === document.activeElement || document.activeElement !== place) return;
    if (found !== null) {
      place.scrollIntoView({ block: 'center' });
      focusOn(found);
    } else if (performance.now() - from < EDITOR_COMES) requestAnimationFrame(wait);
  };
  wait();
}

function focusOn(element: HTMLElement): void {
  if (element.tabIndex < 0) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}
