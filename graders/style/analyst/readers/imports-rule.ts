import type { Rule } from 'eslint';

/** The relative paths that the text read last names, in the order in which they stand there. */
export const imported: string[] = [];

/** Notes them while ESLint goes through the tree, and finds nothing. */
export const importsRule: Rule.RuleModule = {
  create() {
    const note = (source: unknown): void => {
      const named = source as { type?: string; value?: unknown } | null | undefined;
      if (named?.type !== 'Literal' || typeof named.value !== 'string') return;
      if (/^\.\.?\//.test(named.value)) imported.push(named.value);
    };
    return {
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
