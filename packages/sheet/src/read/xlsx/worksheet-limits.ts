/** No form comes near these; beyond them a file is refused before anything is made of it. */
export const MAX_ROWS = 20_000;
export const MAX_COLUMNS = 512;
