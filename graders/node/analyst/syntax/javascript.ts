import { compileFunction, SourceTextModule } from 'node:vm';
import { type Finding, type ModuleKind, problem } from './finding.ts';
import { placeOfError } from './place-of-error.ts';

/** The names that Node gives to each CommonJS module. */
const COMMON_JS = ['exports', 'require', 'module', '__filename', '__dirname'];

/** What V8 says of a CommonJS module that is an ES module, so that Node reads it once more as one. */
const IS_MODULE = [
  'Cannot use import statement outside a module',
  "Unexpected token 'export'",
  "Cannot use 'import.meta' outside a module",
  'await is only valid in async functions and the top level bodies of modules',
];

/**
 * Has V8, which is what runs the submission too, compile a text; nothing of it is run. So what it says is true of
 * the submission, and it bears what other parsers die of: it stops at its own limit of nesting.
 */
export function parseJavaScript(text: string, modules: ModuleKind): Finding {
  const kinds = modules === null ? (['commonjs', 'module'] as const) : [modules];
  const errors = kinds.map((kind) => compile(text, kind));
  if (errors.includes(null)) return { problem: null, unread: null };
  const [first = null, second = null] = errors;
  const asModule = first !== null && second !== null && IS_MODULE.includes(first.message);
  const kind = asModule ? 'module' : kinds[0];
  const error = asModule ? second : first;
  if (error === null) return { problem: null, unread: null };
  if (error.name !== 'SyntaxError') {
    return { problem: null, unread: error instanceof RangeError ? 'nesting' : 'crash' };
  }
  return { problem: problem(error.message, placeOfError(text, kind)), unread: null };
}

function compile(text: string, kind: 'module' | 'commonjs'): Error | null {
  try {
    if (kind === 'module') new SourceTextModule(text);
    else compileFunction(text, COMMON_JS);
    return null;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
