import { shallowReactive } from 'vue';

export type ChartView = 'picture' | 'table';

const KEY = 'furikaeri.chart.';
/** Frames of the same key change together; storage alone would only be read by the next one. */
const chosen = shallowReactive(new Map<string, ChartView>());

/** 図 or 表, as last chosen for this kind of chart in this session. */
export function chartView(key: string): ChartView {
  const known = chosen.get(key);
  if (known !== undefined) return known;
  try { return sessionStorage.getItem(KEY + key) === 'table' ? 'table' : 'picture'; } catch { return 'picture'; }
}

export function chooseChartView(key: string, view: ChartView): void {
  chosen.set(key, view);
  // A private window may refuse; then it is kept until the page is left.
  try { sessionStorage.setItem(KEY + key, view); } catch { /* nothing depends on it */ }
}
