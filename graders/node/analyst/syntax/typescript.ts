import * as nodeModule from 'node:module';
import { type Finding, type ModuleKind, problem } from './finding.ts';
import { parseJavaScript } from './javascript.ts';
import { placeShown } from './place-of-error.ts';

const { stripTypeScriptTypes } = nodeModule as unknown as { stripTypeScriptTypes: (text: string) => string };

const ONLY_TYPES =
  'Node runs TypeScript by leaving its types out. What is more than a type cannot be left out: enums, namespaces ' +
  'with code in them, and parameters of a constructor that are properties.';

/** Reads TypeScript as Node does: without its types, which leaves every place where it was, and then as JavaScript. */
export function parseTypeScript(text: string, modules: ModuleKind): Finding {
  let stripped: string;
  try {
    stripped = stripTypeScriptTypes(text);
  } catch (error) {
    return findingOf(error);
  }
  return parseJavaScript(stripped, modules);
}

function findingOf(error: unknown): Finding {
  const { code, message, stack } = error as { code?: string; message: string; stack?: string };
  const place = placeShown(stack ?? '');
  if (code === 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX')
    return { problem: problem(message, place, ONLY_TYPES), unread: null };
  if (code === 'ERR_INVALID_TYPESCRIPT_SYNTAX') return { problem: problem(message, place), unread: null };
  return { problem: null, unread: /call stack|out of bounds/.test(message) ? 'nesting' : 'crash' };
}
