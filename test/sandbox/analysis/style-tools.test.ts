import { describe, expect, test } from 'vitest';
import { counts, fileIn, readingStyle, rules } from './reading-style.ts';

const { read } = readingStyle();

describe('each tool finds what it is asked for', () => {
  test('and nothing in clean files', async () => {
    const asked = rules(
      'eslint/no-var',
      'eslint/no-undef',
      'eslint/@typescript-eslint/no-explicit-any',
      'ruff/F841',
      ['ruff/C901', { mccabe: { 'max-complexity': 2 } }],
      'html/no-dup-id',
      'css/block-no-empty',
    );
    const clean = {
      'a.js': 'export const a = 1;\nconsole.log(process.argv);\n',
      'b.ts': 'export const b = (x: number): number => x;\n',
      'c.py': 'def c(x):\n    return x\n',
      'd.html':
        '<!DOCTYPE html>\n<html lang="en"><head><title>d</title></head><body><p id="a">d</p></body></html>\n',
      'e.css': 'a { color: red; }\n',
    };
    const nothing = await read(clean, { rules: asked });
    expect(counts(nothing)).toEqual(Object.fromEntries(asked.map(({ rule }) => [rule, 0])));
    expect(nothing).toMatchObject({ unknownRules: [], duplication: null, attempts: [], leftOut: 0 });
    expect(nothing.files).toEqual(
      [
        ['a.js', 'JavaScript', 2],
        ['b.ts', 'TypeScript', 1],
        ['c.py', 'Python', 2],
        ['d.html', 'HTML', 2],
        ['e.css', 'CSS', 1],
      ].map(([path, language, lines]) => ({ path, language, lines, counted: true, why: null, unread: null })),
    );

    const found = await read(
      {
        'a.js': 'var a = 1;\n\nvar b = nothing;\n',
        'b.ts': 'export const b = (x: any): any => x;\n',
        'c.py': 'def c(x):\n    y = 1\n    if x:\n        if x > 1:\n            return 1\n    return x\n',
        'd.html': '<p id="a">\n  d</p><p id="a">e</p>\n',
        'e.css': 'a { color: red; }\nb {\n}\n',
      },
      { rules: asked },
    );
    expect(counts(found)).toEqual({
      'eslint/no-var': 2,
      'eslint/no-undef': 1,
      'eslint/@typescript-eslint/no-explicit-any': 2,
      'ruff/F841': 1,
      'ruff/C901': 1,
      'html/no-dup-id': 1,
      'css/block-no-empty': 1,
    });
    expect(
      found.rules.map(({ places: [place] }) => `${place?.file}:${place?.line}:${place?.column}`),
    ).toEqual(['a.js:1:1', 'a.js:3:9', 'b.ts:1:22', 'c.py:2:5', 'c.py:1:5', 'd.html:2:15', 'e.css:2:3']);
    expect(found.rules[0]?.places[0]?.message).toBe('Unexpected var, use let or const instead.');
    expect(fileIn(found, 'a.js')).toMatchObject({ counted: true, unread: null });
  });
});
