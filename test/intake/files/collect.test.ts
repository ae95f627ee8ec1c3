import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileLimits } from '../../../src/intake/files/limits.ts';
import { selectFiles } from '../../../src/intake/files/collect.ts';
import type { Entry } from '../../../src/intake/files/entry.ts';
import { defaultFileLimits } from '../../../src/intake/files/limits.ts';
import { collisionKey, pathFault } from '../../../src/intake/files/path-rules.ts';

const file = (path: string, bytes = 10): Entry => ({ path, kind: 'file', bytes });

const select = (entries: Entry[], limits: Partial<FileLimits> = {}) => {
  const { keep, dropped } = selectFiles(entries, { ...defaultFileLimits, ...limits });
  return {
    kept: keep.map(({ path }) => path),
    dropped: Object.fromEntries(dropped.map((d) => [d.path, d.reason])),
  };
};

describe('an ordinary project', () => {
  it('is kept whole, sorted by path', () => {
    const { kept, dropped } = select([
      file('src/b.js'),
      file('package.json'),
      file('src/a.js'),
      file('.gitignore'),
    ]);
    expect(kept).toEqual(['.gitignore', 'package.json', 'src/a.js', 'src/b.js']);
    expect(dropped).toEqual({});
  });

  it.each([
    'aux.js',
    'a b.js',
    'ünïcode/日本.js',
    "it's.js",
    '.env.example',
    '...',
    'a..b',
    '👩‍💻.md'.normalize(),
  ])('may have a file of the name %j', (path) => {
    expect(select([file(path)]).kept).toEqual([path]);
  });

  it('may have none whose name hides something', () => {
    // The joiner that makes one picture of two is seen; between letters it is not.
    expect(select([file('a\u200db.js')]).kept).toEqual([]);
  });

  it('may be empty', () => {
    expect(select([])).toEqual({ kept: [], dropped: {} });
  });
});

describe('what is left out, with the reason', () => {
  it.each<[string, Entry, RegExp]>([
    ['a link', { path: 'l', kind: 'link', bytes: 4 }, /^it is a link/],
    ['a submodule', { path: 'sub', kind: 'submodule', bytes: 0 }, /another repository/],
    ['a device', { path: 'dev', kind: 'other', bytes: 0 }, /not an ordinary file/],
    ['a way out', file('../x.js'), /does not stay/],
    ['a way out in the middle', file('a/../../x.js'), /does not stay/],
    ['an absolute path', file('/etc/passwd'), /does not start/],
    ['a drive', file('C:/x.js'), /does not start/],
    ['a folder without a name', file('a//b.js'), /does not stay/],
    ['the folder itself', file('./a.js'), /does not stay/],
    ['a backslash', file('a\\..\\b.js'), /backslash/],
    ['git itself', file('.git/config'), /\.git folder/],
    ['git itself on a Mac', file('sub/.GIT/hooks/pre-commit'), /\.git folder/],
    ['no UTF-8', file('caf\ufffd.js'), /not text in UTF-8/],
    ['a name of 300 bytes', file(`${'n'.repeat(297)}.js`), /longer than 255 bytes/],
    ['a name of 255 characters that is 510 bytes', file('é'.repeat(255)), /longer than 255 bytes/],
    [
      'a path of 300 characters',
      file(`${'d/'.repeat(9)}${'x'.repeat(240)}/${'y'.repeat(40)}`),
      /longer than 200 char/,
    ],
    ['21 folders', file(`${'d/'.repeat(20)}x.js`), /more than 20 folders deep/],
    ['3 MB in one file', file('big.bin', 3 * 1024 * 1024), /larger than 2 MiB/],
  ])('%s', (_name, entry, reason) => {
    const { kept, dropped } = select([entry, file('index.js')]);
    expect(kept).toEqual(['index.js']);
    expect(Object.values(dropped)).toEqual([expect.stringMatching(reason)]);
  });

  it('a name of exactly 255 bytes and a path of exactly 200 characters are kept', () => {
    expect(select([file('n'.repeat(255))], { pathLength: 300 }).kept).toHaveLength(1);
    expect(select([file(`${'d'.repeat(99)}/${'f'.repeat(100)}`)]).kept).toHaveLength(1);
  });

  it('a control character is shown as what it is', () => {
    const { dropped } = select([file('a\u0000b.js'), file('x\u202egpj.js'), file('line\nbreak.js')]);
    expect(Object.keys(dropped)).toEqual(['a\\u0000b.js', 'line\\nbreak.js', 'x\\u202egpj.js']);
  });

  it('committed packages are named once, by their folder, and count for nothing', () => {
    const packages = Array.from({ length: 5_000 }, (_, i) => file(`node_modules/p${i}/index.js`, 100_000));
    const { kept, dropped } = select([
      ...packages,
      file('web/node_modules/x/y/node_modules/z.js'),
      file('index.js'),
    ]);
    expect(kept).toEqual(['index.js']);
    expect(Object.keys(dropped)).toEqual(['node_modules/', 'web/node_modules/']);
  });

  it('many are named up to a number, with the count of the rest', () => {
    const links = Array.from({ length: 60 }, (_, i): Entry => ({ path: `l${i}`, kind: 'link', bytes: 0 }));
    const { dropped } = select(links);
    expect(Object.keys(dropped)).toHaveLength(51);
    expect(dropped).toHaveProperty(['(10 more)'], 'for reasons like those above');
  });
});

describe('names that some computers cannot tell apart', () => {
  it('of two that differ in capital letters, the one in small letters is kept, in whatever order they come', () => {
    for (const entries of [
      [file('Index.js'), file('index.js')],
      [file('index.js'), file('Index.js')],
    ]) {
      const { kept, dropped } = select(entries);
      expect(kept).toEqual(['index.js']);
      expect(dropped['Index.js']).toContain('"index.js"');
    }
  });

  it('folders count too', () => {
    expect(select([file('Src/a.js'), file('src/a.js')]).kept).toEqual(['src/a.js']);
    expect(select([file('Src/a.js'), file('src/b.js')]).kept).toEqual(['Src/a.js', 'src/b.js']);
  });

  it('two spellings of one accent are one name', () => {
    const composed = 'caf\u00e9.js';
    const decomposed = 'cafe\u0301.js';
    expect(select([file(composed), file(decomposed)]).kept).toHaveLength(1);
  });

  it('a file that is named as a folder is left out', () => {
    const { kept, dropped } = select([file('LIB'), file('lib/a.js')]);
    expect(kept).toEqual(['lib/a.js']);
    expect(dropped['LIB']).toContain('a folder');
  });
});

describe('a submission that is too much', () => {
  it('is refused by its number of files, in words for the learner', () => {
    const entries = Array.from({ length: 2_001 }, (_, i) => file(`f${i}.js`));
    expect(() => select(entries)).toThrow(
      expect.objectContaining({
        code: 'submission.too-many-files',
        audience: 'learner',
        message: 'This submission has 2,001 files; up to 2,000 can be looked at.',
      }),
    );
    expect(select(entries.slice(1)).kept).toHaveLength(2_000);
  });

  it('is refused by its size', () => {
    const entries = Array.from({ length: 21 }, (_, i) => file(`f${i}`, 1024 * 1024));
    expect(() => select(entries)).toThrow(expect.objectContaining({ code: 'submission.too-large' }));
    expect(select(entries.slice(1)).kept).toHaveLength(20);
  });
});

describe('whatever is listed', () => {
  const name = fc.oneof(
    fc.constantFrom(
      '..',
      '.',
      '',
      '.git',
      'node_modules',
      'A',
      'a',
      'é',
      'e\u0301',
      'x'.repeat(256),
      'b\u0007',
      'C:',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  const anyEntry = fc.record({
    path: fc.array(name, { minLength: 1, maxLength: 5 }).map((names) => names.join('/')),
    kind: fc.constantFrom<Entry['kind']>('file', 'file', 'file', 'link', 'submodule', 'other'),
    bytes: fc.nat(3 * 1024 * 1024),
  });
  const small = { ...defaultFileLimits, totalBytes: Number.MAX_SAFE_INTEGER };

  it('what is kept is plain, safe, and told apart by every computer', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 30 }), (entries) => {
        const { keep } = selectFiles(entries, small);
        const keys = keep.map(({ path }) => collisionKey(path));
        expect(new Set(keys).size).toBe(keep.length);
        for (const { path, kind, bytes } of keep) {
          expect(kind).toBe('file');
          expect(bytes).toBeLessThanOrEqual(small.fileBytes);
          expect(pathFault(path, small)).toBeNull();
          expect(keys.some((key) => key.startsWith(`${collisionKey(path)}/`))).toBe(false);
        }
      }),
    );
  });

  it('the order of the list changes nothing', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyEntry, { maxLength: 15, selector: ({ path }) => path }),
        fc.infiniteStream(fc.nat()),
        (entries, order) => {
          const shuffled = entries
            .map((entry) => ({ entry, at: order.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ entry }) => entry);
          expect(selectFiles(shuffled, small)).toEqual(selectFiles(entries, small));
        },
      ),
    );
  });
});
