import { hasNumber, type HiddenInputs } from './hidden-inputs.ts';

/** Shorter ones are in every text. */
const LEAST_CHARACTERS = 4;
/** Smaller ones are in every text, too. */
const LEAST_DIGITS = 3;

/**
 * The inputs of hidden tests that a text for learners has in it. A single word counts only between quotes, as ordinary words are in
 * tests as well; a number only if it has three digits or more, and is no power of ten.
 */
export function shownInputs(text: string, hidden: HiddenInputs): string[] {
  const strings = [...hidden.strings].filter((input) => showsString(text, input));
  const numbers = [...hidden.numbers].filter((input) => isDistinctive(input) && hasNumber(text, input));
  return [...new Set([...strings, ...numbers, ...copiedSpans(text, hidden)])];
}

/**
 * Two numbers that follow each other in a hidden test and in a text, of which one at least has two digits: as in `add(41, 7)` and in
 * 'What is 41 plus 7?'. For what is said of a test alone: an exercise may well have some numbers of a test in it.
 */
export function numbersInARow(text: string, { source, given }: HiddenInputs): string[] {
  const known = pairsIn(given);
  const hidden = pairsIn(source);
  return [...pairsIn(text)].filter((pair) => hidden.has(pair) && !known.has(pair) && /\d[\d.]/.test(pair));
}

/** Of numbers in one line, each with the one that follows it. */
function pairsIn(text: string): Set<string> {
  const pairs = text.split('\n').flatMap((line) => {
    const numbers = line.match(/(?<![\w.])\d+(?:\.\d+)?(?![\w]|\.\d)/g) ?? [];
    return numbers.slice(1).map((number, at) => `${numbers[at] ?? ''}, ${number}`);
  });
  return new Set(pairs);
}

function showsString(text: string, input: string): boolean {
  if (input.trim().length < LEAST_CHARACTERS || !/[\p{L}\d]/u.test(input)) return false;
  if (/^\p{L}+$/u.test(input)) return spansOf(text).includes(input);
  const at = text.indexOf(input);
  if (at === -1) return false;
  const [before, after] = [text.slice(0, at).at(-1) ?? '', text.slice(at + input.length).at(0) ?? ''];
  return !isWithinWord(before, input.at(0)) && !isWithinWord(after, input.at(-1));
}

function isWithinWord(outside: string, inside = ''): boolean {
  return /[\p{L}\d]/u.test(outside) && /[\p{L}\d]/u.test(inside);
}

function isDistinctive(number: string): boolean {
  return number.replace('.', '').length >= LEAST_DIGITS && !/^10*$/.test(number);
}

/** What stands between backticks or quotes. */
function spansOf(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`|"([^"]+)"|“([^”]+)”|‘([^’]+)’/g)].map((span) => span.slice(1).join(''));
}

/** Pieces of program with a value in them that are in a hidden test just so, space aside. */
function copiedSpans(text: string, { source, given }: HiddenInputs): string[] {
  const [hidden, known] = [tight(source), tight(given)];
  return spansOf(text).filter((span) => {
    const piece = tight(span);
    return (
      piece.length > LEAST_CHARACTERS &&
      /[([{,=].*[\d"]/.test(piece) &&
      hidden.includes(piece) &&
      !known.includes(piece)
    );
  });
}

function tight(program: string): string {
  return program.replaceAll(/\s+/g, '').replaceAll(/['`]/g, '"');
}
