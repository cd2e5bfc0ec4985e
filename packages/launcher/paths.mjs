import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Where the launcher remembers what it has done; goes away with node_modules, and so do the things done. */
export const memory = fileURLToPath(new URL('../../node_modules/.cache/furikaeri/', import.meta.url));
