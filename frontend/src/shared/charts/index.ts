import { defineAsyncComponent } from 'vue';

/** What screens use. The pictures drawn with Unovis come when one is shown, as chunks of their own; the rest is small. */
export { default as ChartFrame } from './ChartFrame.vue';
export { default as ShareBars } from './ShareBars.vue';
export { default as SmallMultiples } from './SmallMultiples.vue';
export const WardBars = defineAsyncComponent(() => import('./WardBars.vue'));
export const YearLine = defineAsyncComponent(() => import('./YearLine.vue'));
