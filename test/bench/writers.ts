import { percentile } from './percentiles.ts';

export interface Rate { perSecond: number; p95: number; errors: number }

/** `writers` people, each sending its next request as soon as the last is answered, until `seconds` are over. */
export async function measureWriters(writers: number, seconds: number, send: (writer: number, turn: number) => Promise<boolean>): Promise<Rate> {
  const latencies: number[] = [];
  let errors = 0;
  const begin = performance.now();
  const end = begin + seconds * 1000;
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      for (let turn = 0; performance.now() < end; turn += 1) {
        const sent = performance.now();
        const ok = await send(writer, turn);
        latencies.push(performance.now() - sent);
        if (!ok) errors += 1;
      }
    }),
  );
  const perSecond = Math.round((latencies.length - errors) / ((performance.now() - begin) / 1000));
  return { perSecond, p95: percentile(latencies, 0.95), errors };
}
