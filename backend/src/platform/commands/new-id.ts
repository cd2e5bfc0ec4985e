import { v7 } from 'uuid';

/** UUIDv7: ids made later sort later, and the indexes stay dense. */
export const newId = (): string => v7();
