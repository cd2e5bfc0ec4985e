import { NAME_LETTERS, SAME_WORDS, searchWords } from '@furikaeri/model';

/** A text of the database as the model's `normaliseForSearch` writes it: the same words find the same there as on the board. */
const folded = (text: string): string => SAME_WORDS.reduce(
  (result, [kept, ...others]) => others.reduce((current, other) => `replace(${current}, '${other}', '${kept}')`, result),
  `translate(regexp_replace(lower(normalize(${text}, NFKC)), '\\s', '', 'g'), '${NAME_LETTERS.variants}', '${NAME_LETTERS.common}')`,
);

/** The condition that every word of the query occurs somewhere in the text, an SQL expression; true for an empty query. */
export function whereFound(text: string, query: string): { sql: string; values: string[] } {
  const words = searchWords(query);
  if (words.length === 0) return { sql: 'true', values: [] };
  return { sql: `(select bool_and(position(word in haystack) > 0) from (select ${folded(text)} as haystack) t, unnest(array[${words.map(() => '?').join(', ')}]::text[]) word)`, values: words };
}
