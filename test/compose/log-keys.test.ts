import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { isListed } from '../../src/compose/loggable.ts';

const LEVELS = new Set(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'child']);

interface LogCall {
  at: string;
  given: readonly ts.Expression[];
}

/** Every line of the program that logs something. */
function logCalls(): LogCall[] {
  const src = resolve('src');
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .flatMap((path) => {
      const text = readFileSync(join(src, path), 'utf8');
      const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
      const found: LogCall[] = [];
      const visit = (node: ts.Node): void => {
        if (ts.isCallExpression(node) && isLog(node.expression, file)) {
          const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
          found.push({ at: `${path}:${line + 1}`, given: node.arguments });
        }
        ts.forEachChild(node, visit);
      };
      visit(file);
      return found;
    });
}

const isLog = (callee: ts.Expression, file: ts.SourceFile): boolean =>
  ts.isPropertyAccessExpression(callee) &&
  LEVELS.has(callee.name.text) &&
  /(^|\.)log(ger)?$/i.test(callee.expression.getText(file));

/** Null where a key cannot be read off the program. */
const keysOf = (given: ts.ObjectLiteralExpression): (string | null)[] =>
  given.properties.map(({ name }) => (name !== undefined && ts.isIdentifier(name) ? name.text : null));

const isFixed = (text: ts.Expression): boolean =>
  ts.isStringLiteralLike(text) ||
  (ts.isConditionalExpression(text) && isFixed(text.whenTrue) && isFixed(text.whenFalse));

describe('every line that logs', () => {
  const calls = logCalls();

  test('is found', () => {
    expect(calls.length).toBeGreaterThan(50);
  });

  test('has listed keys alone, and a text in which nothing is filled in', () => {
    const faults = calls.flatMap(({ at, given: [first, second] }) => {
      if (first === undefined) return [`${at}: nothing`];
      if (isFixed(first)) return [];
      if (!ts.isObjectLiteralExpression(first)) return [`${at}: what is logged is not written there`];
      const unlisted = keysOf(first).filter((key) => key === null || !isListed(key));
      return [
        ...unlisted.map((key) => `${at}: ${key ?? 'a key that is computed'}`),
        ...(second === undefined || isFixed(second) ? [] : [`${at}: its text is put together`]),
      ];
    });
    expect(faults).toEqual([]);
  });
});
