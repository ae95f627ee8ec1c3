import type { Rule } from 'eslint';

/** A text in a program, and the line where it begins. */
interface Text {
  line: number;
  text: string;
}

/** Texts of the program that was read last that are long enough to be programs themselves. */
export const texts: Text[] = [];
/** No program that does anything is shorter. */
const LEAST_CHARACTERS = 20;

/** The relative paths that the text read last names, in the order in which they stand there. */
export const imported: string[] = [];

/** Notes them while ESLint goes through the tree, and finds nothing. */
export const importsRule: Rule.RuleModule = {
  create() {
    const keep = (text: unknown, line = 1): void => {
      if (typeof text === 'string' && text.length >= LEAST_CHARACTERS) texts.push({ line, text });
    };
    const note = (source: unknown): void => {
      const named = source as { type?: string; value?: unknown } | null | undefined;
      if (named?.type !== 'Literal' || typeof named.value !== 'string') return;
      if (/^\.\.?\//.test(named.value)) imported.push(named.value);
    };
    return {
      Literal: ({ value, loc }) => {
        keep(value, loc?.start.line);
      },
      TemplateElement: ({ value, loc }) => {
        keep(value.cooked, loc?.start.line);
      },
      ImportDeclaration: ({ source }) => {
        note(source);
      },
      ExportNamedDeclaration: ({ source }) => {
        note(source);
      },
      ExportAllDeclaration: ({ source }) => {
        note(source);
      },
      ImportExpression: ({ source }) => {
        note(source);
      },
      'CallExpression[callee.name="require"]': ({ arguments: [source] }: { arguments: unknown[] }) => {
        note(source);
      },
    };
  },
};
