/** A variable as it stands in a text. */
export const written = (name: string): string => `{{${name}}}`;

/** The text with a variable put in place of what is selected, and where the cursor is then. */
export function insertVariable(text: string, start: number, end: number, name: string): { text: string; cursor: number } {
  const word = written(name);
  return { text: text.slice(0, start) + word + text.slice(end), cursor: start + word.length };
}
