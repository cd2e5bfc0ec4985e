import { parentPort, workerData } from 'node:worker_threads';
import { readTableCells } from '@furikaeri/sheet/read';
import { answerOf } from '../../../platform/threads/answer.ts';

const { bytes } = workerData as { bytes: Uint8Array };
parentPort?.postMessage(await answerOf(() => readTableCells(bytes)));
