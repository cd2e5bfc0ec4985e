import type { FindingCode } from './findings.ts';
import type { DropReason, DroppedText, SheetFinding } from './sheet.ts';

/** A stretch of printed text, without its tags, that some field has to take. */
export interface Piece {
  readonly line: number;
  readonly text: string;
}

/**
 * The ledger of one reading. Each piece of text is entered when it is met and struck when a field, a finding or
 * `dropped` takes it; what is left at the end becomes a finding, so that no rule added later can lose a character.
 */
export class Account {
  readonly findings: SheetFinding[] = [];
  readonly dropped: DroppedText[];
  private readonly open = new Set<Piece>();

  /** `dropped`: what the reader of the file left out already. */
  constructor(dropped: readonly DroppedText[] = []) {
    this.dropped = [...dropped];
  }

  enter(line: number, text: string): Piece {
    const piece: Piece = { line, text };
    if (text.trim() !== '') this.open.add(piece);
    return piece;
  }

  /** A field carries this piece from here on. */
  take(piece: Piece): string {
    this.open.delete(piece);
    return piece.text;
  }

  drop(piece: Piece, reason: DropReason): void {
    if (this.open.delete(piece)) this.dropped.push({ line: piece.line, text: piece.text.trim(), reason });
  }

  dropText(line: number, text: string, reason: DropReason): void {
    if (text.trim() !== '') this.dropped.push({ line, text: text.trim(), reason });
  }

  find(code: FindingCode, line: number, message: string, suggestion?: string[], more: Pick<SheetFinding, 'text' | 'assignment'> = {}): void {
    this.findings.push({ code, line, message, ...(suggestion ? { suggestion } : {}), ...more });
  }

  /** The piece is shown in a finding and nowhere else. */
  findPiece(code: FindingCode, piece: Piece, reason: string): void {
    if (this.open.delete(piece)) this.find(code, piece.line, `${reason}：${piece.text.trim()}`, undefined, { text: piece.text.trim() });
  }

  /** Turns what no field took into findings and puts both lists in the order of the sheet. */
  close(): void {
    for (const piece of [...this.open]) this.findPiece('text/unplaced', piece, 'どの欄の文か判断できませんでした');
    this.findings.sort((a, b) => a.line - b.line);
    this.dropped.sort((a, b) => a.line - b.line);
  }
}
