import { plainName } from '@furikaeri/contracts';

/** A file's own name: without the folders some browsers send along, on one line, its kana in one piece each as macOS writes them in two. */
export const fileName = (sent: string): string => plainName(sent.slice(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)).normalize('NFC').trim();
