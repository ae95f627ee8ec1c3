import type { AskedRule, RefusedRule, StyleLanguage } from '../../../src/sandbox/analysis/style.ts';
import { Expendable } from '../../_analyst/expendable.ts';

/** A thousand times what an ordinary file takes. */
const FILE_MS = 6_000;
/** Where the bundles are, beside this one. */
const here = (name: string): string => new URL(name, import.meta.url).pathname;

type ToolName = 'eslint' | 'ruff' | 'html' | 'css';

interface Program {
  path: string;
  heapMiB: number;
  options?: string[];
}

/** Heaps are what a file of the greatest size that is read needs, and a little more. */
const PROGRAMS: Record<ToolName, Program> = {
  eslint: { path: 'readers/eslint.mjs', heapMiB: 320 },
  // Measured: making WebAssembly faster at run time takes 3 s and 130 MB, and a file takes no less time then.
  ruff: { path: 'readers/ruff.mjs', heapMiB: 192, options: ['--liftoff-only'] },
  html: { path: 'readers/html-validate.mjs', heapMiB: 128 },
  css: { path: 'readers/stylelint.mjs', heapMiB: 128 },
};
const DETECTOR: Program = { path: 'duplication.mjs', heapMiB: 160 };

const TOOL_OF: Record<StyleLanguage, ToolName> = {
  JavaScript: 'eslint',
  TypeScript: 'eslint',
  JSX: 'eslint',
  TSX: 'eslint',
  Python: 'ruff',
  HTML: 'html',
  CSS: 'css',
};

/** What is looked for in each file; `measuring`: its measures, too. */
export interface Wanted {
  rules: readonly AskedRule[];
  measuring: boolean;
}

/** One process for each tool, and what each was asked. */
export interface Tools {
  /** Resolves when all are loaded, and know no rules; those that died of the last submission have been replaced. */
  free: () => Promise<unknown>;
  detector: Expendable;
  of: (language: StyleLanguage) => Expendable;
  /** Tells each tool its rules; resolves to those that nobody can look for. */
  instruct: (wanted: Wanted, until: number) => Promise<RefusedRule[]>;
}

/** Starts them all. */
export function bootTools(): Tools {
  const tools = new Map(
    Object.entries(PROGRAMS).map(([name, program]) => [name, expendable(program)] as const),
  );
  const detector = expendable(DETECTOR);
  const all = [...tools.values(), detector];
  const named = (name: string): Expendable => tools.get(name) ?? detector;
  return {
    free: () => Promise.all(all.map((tool) => tool.renew())),
    detector,
    of: (language) => named(TOOL_OF[language]),
    instruct: async (wanted, until) => {
      const strangers = wanted.rules.filter(({ rule }) => !tools.has(toolIn(rule)));
      const answers = await Promise.all(
        [...tools].map(([name, tool]) => instructed(name, tool, wanted, until)),
      );
      return [
        ...strangers.map(({ rule }) => ({
          rule,
          message: `A rule begins with the name of its tool: ${[...tools.keys()].join('/, ')}/.`,
        })),
        ...answers.flat(),
      ];
    },
  };
}

async function instructed(
  name: string,
  tool: Expendable,
  { rules: all, measuring }: Wanted,
  until: number,
): Promise<RefusedRule[]> {
  const rules = all.filter(({ rule }) => toolIn(rule) === name);
  const { said } = await tool.instruct({ rules, measuring }, until);
  if (said !== null) return (JSON.parse(said) as { refused: RefusedRule[] }).refused;
  // Nothing would be found then, and that is not to be taken for praise.
  return rules.map(({ rule }) => ({ rule, message: `${name} ended, or took too long, over its rules.` }));
}

function toolIn(rule: string): string {
  return rule.slice(0, Math.max(0, rule.indexOf('/')));
}

/** No more threads than the one processor that there is can use. */
function expendable({ path, heapMiB, options: more = [] }: Program): Expendable {
  const options = [
    ...more,
    '--v8-pool-size=1',
    '--expose-gc',
    '--no-warnings',
    `--max-old-space-size=${heapMiB}`,
  ];
  return new Expendable({ args: [...options, here(path)], fileMs: FILE_MS });
}
