import type { ObjectDirective } from 'vue';

/** For a button that takes the place of the one just pressed: the focus, lost with that one, goes to it. Nobody's focus elsewhere is taken. */
export const vKeepFocus: ObjectDirective<HTMLElement> = {
  mounted: (element) => {
    const { activeElement, body } = document;
    if (activeElement === null || activeElement === body) element.focus();
  },
};
