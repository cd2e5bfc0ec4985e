/** One value of a machine-readable table. `decimals` keeps the digits that stood on the sheet: 49.0 is not 49. */
export type FlatValue = string | number | null | { number: number; decimals: number };
