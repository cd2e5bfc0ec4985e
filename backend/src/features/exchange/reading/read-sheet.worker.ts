import { parentPort, workerData } from 'node:worker_threads';
import { readSheetFile, type ReadOptions } from '@furikaeri/sheet/read';
import { answerOf } from './answer.ts';

const { bytes, options } = workerData as { bytes: Uint8Array; options: ReadOptions };
parentPort?.postMessage(await answerOf(() => readSheetFile(bytes, options)));
