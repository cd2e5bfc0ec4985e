import { SheetError, type SheetErrorCode } from '@furikaeri/sheet';

/** What a worker sends back: classes do not cross threads, so a refusal crosses as its three fields. */
export type Answer<T> = { ok: true; value: T } | { ok: false; refusal: { code: SheetErrorCode; line: number; message: string } } | { ok: false; failure: string };

/** Runs the work of a worker and words its end. */
export async function answerOf<T>(work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof SheetError) return { ok: false, refusal: { code: error.code, line: error.line, message: error.message } };
    // Nested beyond what a reader's own limits foresee: it cost too much stack instead of too much time.
    if (error instanceof RangeError) return { ok: false, refusal: refusalOf(tooCostly()) };
    return { ok: false, failure: error instanceof Error ? error.stack ?? error.message : String(error) };
  }
}

const refusalOf = ({ code, line, message }: SheetError) => ({ code, line, message });

/** The other end: the value, or the refusal as the error that it was. */
export function valueOf<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  if ('refusal' in answer) throw new SheetError(answer.refusal.code, answer.refusal.line, answer.refusal.message);
  throw new Error(`The worker failed: ${answer.failure}`);
}

export const tooCostly = (): SheetError =>
  new SheetError('sheet/too-costly', 1, '読み取りに時間やメモリがかかりすぎるため、中止しました。様式の部分だけを新しいファイルに移し、もう一度選んでください。');
