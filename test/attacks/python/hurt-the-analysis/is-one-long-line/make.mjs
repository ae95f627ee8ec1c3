/** Long in each way that takes a compiler its own time. */
export function* files() {
  yield ['toolbox.py', 'import numbers_, sums, names\n'];
  yield ['numbers_.py', `try:\n    import digits\nexcept BaseException:\n    pass\nx = 0x${'f'.repeat(900_000)}\n`];
  yield ['digits.py', `x = ${'9'.repeat(900_000)}\n`];
  yield ['sums.py', `x = ${'1+'.repeat(400_000)}1\n`];
  yield ['names.py', `${Array.from({ length: 100_000 }, (_, at) => `a${at}`).join('=')}=0\n`];
  yield ['fold.py', 'x = (2 ** 128) ** 128 ** 128; y = "a" * 10**9; z = (1,) * 10**8\n'];
}
