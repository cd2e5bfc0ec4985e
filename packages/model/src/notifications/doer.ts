/** Who did it, as the log names them: a 代理 is 「B（代理 A）」. */
export interface NamedDoer { readonly name: string; readonly post: string }

/** A doer is named 「B（代理 A）」 where B acted for A. */
export function deputyIn(name: string): [own: string, inPlaceOf: string | null] {
  const found = /^(.+)（代理 (.+)）$/u.exec(name);
  return found === null ? [name, null] : [found[1] ?? name, found[2] ?? null];
}

/** 北野 花（代理 北島 進） / 北野 花 (for 北島 進) */
export function doerName(name: string, language: 'ja' | 'en'): string {
  const [own, inPlaceOf] = deputyIn(name);
  return language === 'ja' || inPlaceOf === null ? name : `${own} (for ${inPlaceOf})`;
}

/** 北野 花（代理 北島 進）（北区 総務課長） / 北野 花 (for 北島 進, 北区 総務課長) */
export function doerWithPost({ name, post }: NamedDoer, language: 'ja' | 'en'): string {
  if (language === 'ja') return `${name}（${post}）`;
  const [own, inPlaceOf] = deputyIn(name);
  return `${own} (${inPlaceOf === null ? '' : `for ${inPlaceOf}, `}${post})`;
}
