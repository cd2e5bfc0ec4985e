import { addAttachment } from '@furikaeri/contracts';
import type { AttachmentRef, CommandId, SubmissionId } from '@furikaeri/contracts';
import { onScopeDispose, ref } from 'vue';
import { OfflineError, ProblemError, newCommandId, upload } from '../../../shared/commands/index.ts';

const MAX_BYTES = 10 * 1024 * 1024;
const MOST = 10;

/** A file on its way, or refused; it leaves the list when it is with the answer. */
export interface Sending { key: CommandId; file: File; percent: number; refusal: 'too-large' | 'too-many' | 'empty' | unknown | null }

/** 根拠資料 of one answer: several files at once, each with its own progress and its own refusal. */
export function useAttachments(submissionId: string, count: () => number, added: (file: AttachmentRef) => void) {
  const sending = ref<Sending[]>([]);
  const stopper = new AbortController();
  onScopeDispose(() => stopper.abort());
  const change = (key: CommandId, next: Partial<Sending>): void => { sending.value = sending.value.map((one) => (one.key === key ? { ...one, ...next } : one)); };
  const drop = (key: CommandId): void => { sending.value = sending.value.filter((one) => one.key !== key); };

  async function run({ key, file }: Sending): Promise<void> {
    change(key, { percent: 0, refusal: null });
    try {
      const kept = await upload(addAttachment, { submissionId: submissionId as SubmissionId, name: file.name.slice(-200) }, file, {
        commandId: key, signal: stopper.signal, onProgress: (sent, total) => change(key, { percent: Math.round((sent / Math.max(total, 1)) * 100) }),
      });
      drop(key);
      added(kept);
    } catch (error) { if (!stopper.signal.aborted) change(key, { refusal: error }); }
  }
  function add(files: Iterable<File>): void {
    for (const file of files) {
      const waiting = sending.value.filter(({ refusal }) => refusal === null).length;
      const refusal = file.size === 0 ? 'empty' : file.size > MAX_BYTES ? 'too-large' : count() + waiting >= MOST ? 'too-many' : null;
      const one: Sending = { key: newCommandId(), file, percent: 0, refusal };
      sending.value = [...sending.value, one];
      if (refusal === null) void run(one);
    }
  }
  /** Worth trying again: the network, not the file, was in the way. */
  const mayRetry = ({ refusal }: Sending): boolean => refusal instanceof OfflineError || (refusal instanceof ProblemError && refusal.status >= 500);
  return { sending, add, drop, again: (one: Sending) => void run(one), mayRetry };
}
