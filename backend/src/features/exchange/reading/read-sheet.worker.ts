import { parentPort, workerData } from 'node:worker_threads';
import { readForReview } from '../read-for-review.ts';
import { answerOf } from '../../../platform/threads/answer.ts';

const { bytes, fileName } = workerData as { bytes: Uint8Array; fileName: string };
parentPort?.postMessage(await answerOf(() => readForReview(bytes, fileName)));
