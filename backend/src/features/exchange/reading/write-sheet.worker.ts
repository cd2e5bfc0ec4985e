import { parentPort } from 'node:worker_threads';
import type { ParsedSheet } from '@furikaeri/sheet';
import { writeSheetFile, type WriteOptions } from '@furikaeri/sheet/write';
import { answerOf } from '../../../platform/threads/answer.ts';

parentPort?.on('message', (message: { sheet: ParsedSheet; options: WriteOptions }) => {
  void answerOf(() => writeSheetFile(message.sheet, message.options)).then((answer) => { parentPort?.postMessage(answer); });
});
