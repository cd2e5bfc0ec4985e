import type { BureauFigure, Figure, PreviousCard } from '@furikaeri/contracts';
import { countsWards, decimalWords, FIGURE_NAMES, figureWords, writeMark } from '@furikaeri/model';
import type { FigureName, TextMark } from '@furikaeri/model';

/** One figure that can be put into a text: what it is, what it says now, and its mark. */
export interface FigureEntry { mark: string; kind: TextMark['kind']; name: FigureName | 'previous' | 'bureau'; label: string; words: string }

/** Of several asked the counts are worth saying; of a question that is not はい or いいえ only who is missing. */
function isOffered(name: FigureName, figure: Figure): boolean {
  switch (name) {
    case '値': return true;
    case '分母': return figure.kind !== 'text_only';
    case 'はい':
    case 'いいえ': return figure.asked > 1 && countsWards(figure);
    default: return figure.asked > 1;
  }
}

/** 「数を入れる」: the card's own figure first, then last year's as a past value, then the 局の数値. Without a value nothing is offered. */
export function figureEntries(figure: Figure | null, previous: PreviousCard | null, bureauFigures: readonly BureauFigure[]): FigureEntry[] {
  const words = figure === null ? null : figureWords(figure);
  const before = previous?.figure == null ? null : figureWords(previous.figure).値;
  return [
    ...FIGURE_NAMES.flatMap((name): FigureEntry[] => {
      const said = words?.[name] ?? null;
      return figure === null || said === null || !isOffered(name, figure) ? [] : [{ mark: writeMark({ kind: 'figure', name, fixed: null }), kind: 'figure', name, label: name, words: said }];
    }),
    ...(before === null ? [] : [{ mark: writeMark({ kind: 'past' as const, words: before }), kind: 'past' as const, name: 'previous' as const, label: '', words: before }]),
    ...bureauFigures.map(({ id, name, value, unit }): FigureEntry => ({ mark: writeMark({ kind: 'bureau', id, fixed: null }), kind: 'bureau', name: 'bureau', label: name, words: decimalWords(value, unit) })),
  ];
}
