import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { describe, expect, test } from 'vitest';
import { createDockerSandbox } from '../../../src/adapters/docker/docker-sandbox.ts';
import { syntaxAnalysis } from '../../../src/sandbox/analysis/syntax.ts';
import type { Happening } from '../../../src/sandbox/trace.ts';
import { containers, filesOf, looking } from './looking.ts';

const { look, analyse, sandbox } = looking('node');
const containing = (words: string): unknown => expect.stringContaining(words);
const read = { problem: null, unread: null };

describe('what can be read', () => {
  test('is JavaScript of both systems of modules, TypeScript, JSX and JSON, with its lines and bytes', async () => {
    const files = await look({
      'package.json': '{ "type": "module" }\n',
      'index.js': '#!/usr/bin/env node\nimport a from "./a.cjs";\nawait a();\n',
      'a.cjs': 'if (require.main !== module) return;\nmodule.exports = () => 1;\n',
      'src/tools.ts': 'export const add = (a: number, b: number): number => a + b;\n',
      'src/page.tsx': 'export const Page = ({ name }: { name: string }) => <p>{name}</p>;\n',
      'src/page.jsx': 'export const page = <p>Hello</p>;',
      'empty.js': '',
      'old/package.json': '{}',
      'old/script.js': 'return 1;',
      'old/module.js': 'export default 1;\n',
      'README.md': '# not a program {{{',
      'tsconfig.json': '{ // with a comment\n}',
    });
    expect(
      Object.fromEntries(
        [...files].map(([path, { language, lines, bytes }]) => [path, [language, lines, bytes]]),
      ),
    ).toEqual({
      'a.cjs': ['JavaScript', 2, 63],
      'empty.js': ['JavaScript', 0, 0],
      'index.js': ['JavaScript', 3, 56],
      'old/module.js': ['JavaScript', 1, 18],
      'old/package.json': ['JSON', 1, 2],
      'old/script.js': ['JavaScript', 1, 9],
      'package.json': ['JSON', 1, 21],
      'src/page.jsx': ['JSX', 1, 33],
      'src/page.tsx': ['TSX', 1, 67],
      'src/tools.ts': ['TypeScript', 1, 60],
    });
    for (const file of files.values()) expect(file).toMatchObject(read);
  });
});

describe('what cannot be parsed', () => {
  test.each([
    [
      'a brace that nothing closes',
      'export function f() {\n  if (a) {\n}\n',
      3,
      'Unexpected end of input',
      'opened in line 1',
    ],
    ['a token too many', 'import a from "b";\nconst x = (1 + ;\n', 2, "Unexpected token ';'", null],
    [
      'a string that does not end',
      "\nconst a = 'hello;\n",
      2,
      'Invalid or unexpected token',
      'Unterminated string',
    ],
    [
      'a name that is taken',
      'export const a = 1;\nlet a = 2;\n',
      2,
      "Identifier 'a' has already been declared",
      null,
    ],
    ['a pattern that is none', 'export const a =\n  /a(/;\n', 2, 'Invalid regular expression: /a(/', null],
    [
      'await where nothing waits',
      'function f() {\n  await g();\n}\n',
      2,
      'Unexpected reserved word',
      'only allowed within async',
    ],
    [
      'return outside a function',
      'export const a = 1;\nreturn a;\n',
      2,
      'Illegal return statement',
      'only be used within a function',
    ],
    [
      'a merge that was not finished',
      'let a;\n<<<<<<< HEAD\nlet b;\n=======\n',
      2,
      "Unexpected token '<<'",
      'merge was not finished',
    ],
  ])('is told with its line, in the words of Node: %s', async (_what, index, line, message, hint) => {
    const files = await look({ 'package.json': '{ "type": "module" }', 'index.js': index });
    expect(files.get('index.js')).toMatchObject({
      unread: null,
      problem: { line, message: containing(message), hint: hint === null ? null : containing(hint) },
    });
    expect(files.get('package.json')).toMatchObject(read);
  });

  test('is told of CommonJS, TypeScript, TSX and JSON alike', async () => {
    const files = await look({
      'a.cjs': 'const a = 1;\nconst b = a +;\n',
      'kind.ts': 'export const a = 1;\n\nexport enum Kind {\n  One,\n}\n',
      'typo.ts': 'export const a: number = ;\n',
      'twice.ts': 'const a: number = 1;\nconst a = 2;\n',
      'page.tsx': 'export const a =\n  <p>hi</b>;\n',
      'package.json': '{\n  "name": "x",\n  "version": 1.0.0\n}\n',
      'data.json': '{\n  "a": tru,\n  "b": 1\n}\n',
      'end.json': '{ "a": 1\n',
      'none.json': '',
    });
    const places = [...files].map(([path, { problem }]) => [path, problem?.line, problem?.column]);
    expect(Object.fromEntries(places.map(([path, ...place]) => [path, place]))).toEqual({
      'a.cjs': [2, 14],
      'data.json': [2, 11],
      'end.json': [1, null],
      'kind.ts': [3, 1],
      'none.json': [1, null],
      'package.json': [3, 17],
      'page.tsx': [2, 10],
      'twice.ts': [2, 7],
      'typo.ts': [1, 26],
    });
    expect(files.get('kind.ts')?.problem).toMatchObject({
      message: 'TypeScript enum is not supported in strip-only mode',
      hint: containing('Node runs TypeScript by leaving its types out.'),
    });
  });

  test('is read by what the nearest package.json says of modules', async () => {
    const files = await look({
      'package.json': '{ "type": "module" }',
      'index.js': 'return 1;',
      'old/package.json': '{ "type": "commonjs" }',
      'old/index.js': 'export default 1;',
      'old/deep/index.js': 'return 1;',
    });
    expect([...files.values()].filter(({ problem }) => problem !== null).map(({ path }) => path)).toEqual([
      'index.js',
      'old/index.js',
    ]);
  });
});

describe('an analysis', () => {
  const submission = filesOf({ 'index.js': 'export const a = 1;' });

  test('that is aborted leaves nothing behind', async () => {
    const abort = new AbortController();
    const rejected = expect(analyse(submission, { signal: abort.signal })).rejects.toBe('a newer push');
    while ((await containers()).length === 0) await pause(20);
    abort.abort('a newer push');
    await rejected;
  });

  test('that is aborted before it begins starts nothing', async () => {
    await expect(analyse(submission, { signal: AbortSignal.abort('early') })).rejects.toBe('early');
  });

  test('that nobody knows is broken, and not the learner’s doing', async () => {
    const analysis = { name: 'palmistry', report: z.never() };
    const signal = new AbortController().signal;
    const outcome = await sandbox.analyse({ grader: 'node', submission, analysis, signal });
    expect(outcome).toEqual({ kind: 'broken', reason: containing('no analysis palmistry') });
  });

  test('whose report has another shape is broken', async () => {
    const analysis = { name: 'syntax', report: z.object({ files: z.number() }) };
    const signal = new AbortController().signal;
    const outcome = await sandbox.analyse({ grader: 'node', submission, analysis, signal });
    expect(outcome).toEqual({ kind: 'broken', reason: containing('cannot be read') });
  });

  test('tells how it went', async () => {
    const happenings: object[] = [];
    await analyse(submission, { onHappening: (happening) => happenings.push(happening) });
    expect(happenings).toEqual([
      expect.objectContaining({ what: 'analysis', name: 'syntax', outcome: 'completed', warm: false }),
    ]);
  });

  test('finds an analyst ready when one was wanted shortly before, and not otherwise', async () => {
    const gradersDir = new URL('../../../graders', import.meta.url).pathname;
    const other = createDockerSandbox({ gradersDir, capacity: { places: 1, spares: 2 } });
    const warm: unknown[] = [];
    try {
      for (let time = 1; time <= 2; time += 1) {
        const { signal } = new AbortController();
        const onHappening = (happening: Happening) => {
          if (happening.what === 'analysis') warm.push(happening.warm);
        };
        await other.analyse({ grader: 'node', submission, analysis: syntaxAnalysis, signal, onHappening });
        await other.settled();
        expect(await containers()).toHaveLength(1);
      }
      expect(warm).toEqual([false, true]);
    } finally {
      await other.close();
    }
  });

  test('of a sandbox that is closed meanwhile ends, and leaves nothing', async () => {
    const gradersDir = new URL('../../../graders', import.meta.url).pathname;
    const other = createDockerSandbox({ gradersDir });
    const { signal } = new AbortController();
    const analysis = other.analyse({
      grader: 'node',
      submission,
      analysis: { name: 'syntax', report: z.any() },
      signal,
    });
    const rejected = expect(analysis).rejects.toThrow('the sandbox was closed');
    while ((await containers()).length === 0) await pause(20);
    await other.close();
    await rejected;
  });
});
