const NAMES = [
  '`owned`.py',
  '<img src=x onerror=owned>.py',
  '![owned](https:owned.example).py',
  '@owned.py',
  '| owned |.py',
  'owned\u202eyp.py',
  'owned\n# owned.py',
  '..owned.py',
  ' owned .py',
];

const LOADER = `import glob, runpy
for path in sorted(glob.glob("/submission/deep/*owned*")):
    runpy.run_path(path)
`;

export function* files() {
  yield ['toolbox.py', LOADER];
  for (const name of NAMES) yield [`deep/${name}`, 'raise ValueError("owned")\n'];
}
