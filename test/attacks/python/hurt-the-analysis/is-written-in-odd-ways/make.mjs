const bytes = (...parts) => Buffer.concat(parts.map((part) => Buffer.from(part)));

const LOADER = `import glob, runpy
ended = []
for path in sorted(glob.glob("/submission/odd/*.py")):
    try:
        runpy.run_path(path)
        ended.append("ran")
    except BaseException as error:
        ended.append(type(error).__name__)
raise RuntimeError(" ".join(ended))
`;

export function* files() {
  yield ['toolbox.py', LOADER];
  yield ['odd/a.py', '# -*- coding: utf-7 -*-\n+AHgAPQAx-\n'];
  yield ['odd/b.py', '# -*- coding: rot13 -*-\nenvfr FlfgrzRkvg(0)\n'];
  yield ['odd/c.py', '# -*- coding: raw_unicode_escape -*-\n# \\u000araise SystemExit(0)\n'];
  yield ['odd/d.py', '# -*- coding: unknown-8bit -*-\nx = 1\n'];
  yield ['odd/e.py', bytes('x = 1\n\0\0\0\nraise SystemExit(0)\n')];
  yield ['odd/f.py', bytes([0xff, 0xfe], Buffer.from('x = 1\n', 'utf16le'))];
  yield ['odd/g.py', bytes([0xef, 0xbb, 0xbf], '# coding: latin-1\nx = 1\n')];
  yield ['odd/h.py', bytes('x = "', [0xff, 0xc0, 0x80, 0xed, 0xa0, 0x80], '"\n')];
  yield ['odd/i.py', '\f\x0b if 1:\f\n\t    x = 1\r\r\n        y = 2\n'];
  yield ['odd/j.py', 'access = "user\u202e \u2066# admin\u2069 \u2066"\nraise SystemExit(0)\n'];
  yield ['odd/k.py', '\u{1d41a}\u{1d41d}\u{1d41d} = 1\n\u00aa = 2\nassert add == 1\n'];
  yield ['odd/l.py', `# ${'\u0301'.repeat(100_000)}\nx = 1 if 1else 2\n`];
  yield ['odd/m.py', 'x = 1\x1araise SystemExit(0)\n'];
}
