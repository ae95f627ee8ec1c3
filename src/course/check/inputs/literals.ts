/** What a test file has written out. */
export interface Literals {
  /** Texts, without their quotes. Those in three quotes are left out: they describe. */
  strings: string[];
  /** As they are written: `455`, `3.75`. */
  numbers: string[];
  /** Texts that values are put into, as what stands around each value. */
  templates: string[][];
}

const STRING = /(?<quote>["'`])(?<content>(?:\\[\s\S]|(?!\k<quote>)[^\\])*)\k<quote>/.source;
const NUMBER = /(?<![\w.$])(?<number>\d[\d_]*(?:\.\d+)?)(?![\w.]*\w)/.source;
const WORD = /[A-Za-z_$][\w$]*/.source;
/** A regular expression stands where a value may begin, and may have quotes in it. */
const REGEXP = /(?<=[(,=:[!&|?{};\n]\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^\\/[\n])+\/\w*/.source;

const IN_SCRIPTS = new RegExp(
  [/\/\/[^\n]*|\/\*[\s\S]*?\*\//.source, REGEXP, STRING, NUMBER, WORD].join('|'),
  'g',
);
const IN_PYTHON = new RegExp(
  [/#[^\n]*|"""[\s\S]*?"""|'''[\s\S]*?'''/.source, STRING, NUMBER, WORD].join('|'),
  'g',
);

/** Where a value is put into a text: `${price}`, and `%s` and `$price` of tests in tables. */
const HOLE = /\$\{(?:[^{}]|\{[^{}]*\})*\}|%[sdifjoc#$]|\$[A-Za-z_][\w.]*/;

/** Finds the texts and numbers of a test file, by its words: a file that is strangely written may have more. */
export function literalsOf(path: string, text: string): Literals {
  const found: Literals = { strings: [], numbers: [], templates: [] };
  for (const { groups = {} } of text.matchAll(path.endsWith('.py') ? IN_PYTHON : IN_SCRIPTS)) {
    const { content, number } = groups;
    if (number !== undefined) found.numbers.push(number.replaceAll('_', ''));
    if (content === undefined) continue;
    const parts = unescaped(content).split(HOLE);
    if (parts.length > 1) found.templates.push(parts);
    else found.strings.push(unescaped(content));
  }
  return found;
}

function unescaped(content: string): string {
  return content.replaceAll(/\\([\s\S])/g, (_, sign: string) =>
    sign === 'n' ? '\n' : sign === 't' ? '\t' : sign,
  );
}
