/** Ids as a PostgreSQL array literal: the query layer would make a parameter of each of thousands. */
export const idList = (ids: Iterable<string>): string => `{${[...ids].join(',')}}`;
