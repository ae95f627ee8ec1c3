const deep = (open, inner, close, times) => open.repeat(times) + inner + close.repeat(times);

/** One file for each kind of depth. */
export function* files() {
  yield ['toolbox.py', `x = ${deep('(', '1', ')', 100_000)}\n`];
  yield ['main.py', `x = ${'-'.repeat(100_000)}1\n`];
  yield ['lists.py', deep('[', '', ']', 90_000)];
  yield ['calls.py', deep('f(', '', ')', 90_000)];
  yield ['not.py', `${'not '.repeat(90_000)}1`];
  yield ['power.py', Array.from({ length: 60_000 }, () => '2').join('**')];
  yield ['attributes.py', `a${'.b'.repeat(90_000)}`];
  yield ['lambdas.py', `${'lambda: '.repeat(60_000)}1`];
  yield ['blocks.py', Array.from({ length: 500 }, (_, at) => `${' '.repeat(at)}if 1:`).join('\n')];
  yield ['formatted.py', `x = ${deep('f"{', '1', '}"', 200)}`];
  yield ['chain.py', `if 1: pass\n${'elif 1: pass\n'.repeat(50_000)}`];
  yield ['types.py', `x: ${deep('list[', 'int', ']', 50_000)}`];
  yield ['match.py', `match 1:\n  case ${deep('[', '_', ']', 50_000)}: pass`];
}
