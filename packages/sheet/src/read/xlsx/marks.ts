/** A mark or number in a cell of its own belongs to the text beside it, as people type 「(1)」 and its title into two cells. */
const LONE_MARK = /^(?:[➤▶►➢▷・※■◆□◇●○◎]|[①-⑳]|第?[0-9０-９]{1,2}[章節]?[.．、)）]?|[(（][0-9０-９]{1,2}[)）]|[ア-ン])$/u;

export function joinMarks(cells: readonly { text: string }[]): string[] {
  const texts: string[] = [];
  let mark = '';
  for (const { text } of cells) {
    if (LONE_MARK.test(text.trim()) && mark === '') mark = text.trim();
    else {
      texts.push(mark === '' ? text : `${mark} ${text}`);
      mark = '';
    }
  }
  return mark === '' ? texts : [...texts, mark];
}
