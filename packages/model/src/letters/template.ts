import type { TemplateKind, TemplateWords } from './kinds.ts';
import { VARIABLE, variablesOf } from './variables.ts';

/** A stretch of a text; `variable` names what it came from, null for the words of the 文面 itself. */
export interface TemplatePart { text: string; variable: string | null }

/** Braces of either width, as a Japanese keyboard types them. Nothing inside may look like an end, and a mark never runs over a line. */
const MARK = /(?:\{\{|｛｛)([^{}｛｝\r\n]*)(?:\}\}|｝｝)/gu;
/** Braces that no mark has used up: one was left open, or closed twice. */
const STRAY = /\{\{|\}\}|｛｛|｝｝/u;

/** A 文面 in its pieces: its own words, and the variables between them by name. */
export function partsOfTemplate(template: string): ({ text: string } | { variable: string; text: string })[] {
  const parts: ({ text: string } | { variable: string; text: string })[] = [];
  let at = 0;
  for (const match of template.matchAll(MARK)) {
    const [whole, name = ''] = match;
    if (match.index > at) parts.push({ text: template.slice(at, match.index) });
    parts.push({ variable: name.trim(), text: whole });
    at = match.index + whole.length;
  }
  if (at < template.length) parts.push({ text: template.slice(at) });
  return parts;
}

/** Whether the 文面 names this variable. */
export const holdsVariable = (template: string, variable: string): boolean =>
  partsOfTemplate(template).some((part) => 'variable' in part && part.variable === variable);

/**
 * The words with every variable put in, in one pass: what a value itself says is never read again, so a title like
 * 「{{宛名}}」 stays that title. A variable without a value stays as it was typed.
 */
export function renderTemplate(template: string, values: Readonly<Record<string, string>>): { text: string; parts: TemplatePart[] } {
  const parts = partsOfTemplate(template).map((part): TemplatePart => {
    const name = 'variable' in part && Object.hasOwn(values, part.variable) ? part.variable : null;
    return { text: name === null ? part.text : values[name] ?? '', variable: name };
  });
  return { text: parts.map(({ text }) => text).join(''), parts };
}

/**
 * What is wrong with a 文面: an unknown variable; one that needs lines of its own in the subject; braces that pair with none;
 * the list more than once, which could make a mail of any length; no list.
 */
export interface TemplateFault { field: keyof TemplateWords; fault: 'unknown' | 'not_in_subject' | 'stray_braces' | 'repeated' | 'list_missing'; name: string }

/** Everything that must be mended before a 文面 of this kind is used; empty when nothing is. Each fault once. */
export function faultsOfTemplate(kind: TemplateKind, words: TemplateWords): TemplateFault[] {
  const known = new Map(variablesOf(kind).map((variable) => [variable.name, variable]));
  const faults = (['subject', 'body'] as const).flatMap((field) => partsOfTemplate(words[field]).flatMap((part): TemplateFault[] => {
    if (!('variable' in part)) {
      const stray = STRAY.exec(part.text);
      return stray === null ? [] : [{ field, fault: 'stray_braces', name: stray[0] }];
    }
    const variable = known.get(part.variable);
    if (variable === undefined) return [{ field, fault: 'unknown', name: part.variable }];
    return variable.isBlock && field === 'subject' ? [{ field, fault: 'not_in_subject', name: part.variable }] : [];
  }));
  const lists = partsOfTemplate(words.body).filter((part) => 'variable' in part && part.variable === VARIABLE.list).length;
  if (lists !== 1) faults.push({ field: 'body', fault: lists === 0 ? 'list_missing' : 'repeated', name: VARIABLE.list });
  return faults.filter((one, index) => faults.findIndex((other) => other.field === one.field && other.fault === one.fault && other.name === one.name) === index);
}
