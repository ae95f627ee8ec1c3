import { SEPARATOR } from './names.ts';
import type { HiddenInputs } from './hidden-inputs.ts';

/** What pytest says for a value that is more than a number or a text: the name of the parameter, and which row it is. */
const OF_OBJECT = /^[A-Za-z_]\w*\d$/;

/**
 * The values that the name of a hidden test was put together from: numbers, and what stands in quotes or brackets. Words are left out, as
 * tests in tables have names in words for their rows.
 */
export function builtFrom(name: string, hidden: HiddenInputs): string[] {
  return name
    .split(SEPARATOR)
    .flatMap((part) => valuesIn(part, hidden))
    .filter(looksLikeValue);
}

function valuesIn(part: string, { source, templates, strings, given }: HiddenInputs): string[] {
  if (strings.has(part) || source.includes(part) || given.includes(part)) return [];
  const [, parameters] = /\[(.*)\]$/s.exec(part) ?? [];
  // pytest puts values into brackets, unless the author has named them.
  if (
    parameters !== undefined &&
    new RegExp(`\\bdef ${escaped(part.slice(0, part.indexOf('[')))}\\b`).test(source)
  )
    return isNamed(parameters, source) ? [] : parameters.split('-').filter((value) => !OF_OBJECT.test(value));
  const values = templates.flatMap((around) => holesOf(part, around) ?? []);
  return values.length > 0 ? values : [part];
}

/** By the author, with `ids=` or `id=`. */
function isNamed(parameters: string, source: string): boolean {
  return new RegExp(`\\bids?\\s*=[^\\n]*["']${escaped(parameters)}["']`).test(source);
}

/** What stands in the places of a template; null where the text does not fit it. */
function holesOf(text: string, around: readonly string[]): string[] | null {
  const holes = new RegExp(`^${around.map(escaped).join('(.*?)')}$`, 's').exec(text);
  return around.join('').trim() === '' ? null : (holes?.slice(1) ?? null);
}

function looksLikeValue(value: string): boolean {
  return /\d|(["'`]).*\1|[[\]{}]/s.test(value);
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
