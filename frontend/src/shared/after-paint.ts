/** When the screen has been painted with what is known now. In a hidden tab this waits until somebody looks. */
export const afterPaint = (): Promise<void> => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); });
