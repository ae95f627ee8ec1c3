import { describe, expect, test } from 'vitest';
import { builtFrom } from '../../../../src/course/check/inputs/built-names.ts';
import { hiddenInputs, type HiddenInputs } from '../../../../src/course/check/inputs/hidden-inputs.ts';
import { literalsOf } from '../../../../src/course/check/inputs/literals.ts';
import { numbersInARow, shownInputs } from '../../../../src/course/check/inputs/shown-inputs.ts';

const files = (path: string, text: string) => new Map([[path, new TextEncoder().encode(text)]]);

/** What is hidden where this is a hidden test file, and this is what learners have. */
function hidden(test: string, { path = 'a.test.js', given = '' } = {}): HiddenInputs {
  return hiddenInputs({
    brief: given,
    starter: new Map(),
    publicTests: new Map(),
    hiddenTests: files(path, test),
    forms: new Map(),
  });
}

describe('what a test file has written out', () => {
  test('is told from its words, whatever quotes are in remarks and regular expressions', () => {
    const text = `// it's 1
/* "two" 2 */
add('it\\'s', "a 'b'", 1_000, 3.75).match(/['"]/);
const x = y / 4; const z = 'after' / 5; f2(\`in \${'side'} out\`);
test.each([[6]])('row %i of $name.first', () => {});
`;
    expect(literalsOf('a.test.js', text)).toEqual({
      strings: ["it's", "a 'b'", 'after'],
      numbers: ['1000', '3.75', '4', '5', '6'],
      templates: [
        ['in ', ' out'],
        ['row ', ' of ', ''],
      ],
    });
  });

  test('is told of Python too', () => {
    const text = `"""It's 1."""
x = 7 // 2  # it's "3"
assert price("a # b", 'c') == 4.5
`;
    expect(literalsOf('test_a.py', text)).toEqual({
      strings: ['a # b', 'c'],
      numbers: ['7', '2', '4.5'],
      templates: [],
    });
  });

  test('is not hidden where learners have it: in the brief, the starter, public tests', () => {
    const { strings, numbers } = hiddenInputs({
      brief: 'It costs 1,50.',
      starter: files('a.js', 'f("Emma")'),
      publicTests: files('b.test.js', 'f(42)'),
      hiddenTests: files('a.test.js', 'f(1.50, "Emma", 42, 4, 15)'),
      forms: new Map([['odd', files('b.test.js', '"Noor"')]]),
    });
    expect([...strings, ...numbers]).toEqual(['Noor', '4', '15']);
  });
});

describe('a text that learners read has an input in it', () => {
  test.each<[what: string, test: string, text: string, found: string[]]>([
    ['a text of several words', "f('ice rink')", 'What of the ice rink?', ['ice rink']],
    ['a text with digits', "f('A-113')", 'What of A-113?', ['A-113']],
    ['a word in quotes', "f('harbour')", 'What becomes of `harbour`, and why?', ['harbour']],
    ['a number of three digits', 'f(455)', 'Is it 455 cents?', ['455']],
    ['a number with a point', 'f(3.75)', 'Is it €3.75?', ['3.75']],
    ['a call, however it is set', 'f( [7,  "a"] )', "What does `f([7, 'a'])` give?", ["f([7, 'a'])"]],
  ])('%s', (_what, source, text, found) => {
    expect(shownInputs(text, hidden(source))).toEqual(found);
    expect(shownInputs(text, hidden(source, { given: source }))).toEqual([]);
  });

  test('two numbers that follow each other as they do in a test', () => {
    const source = 'f(41, 7);\nf(3, 4);';
    expect(numbersInARow('What is 41 plus 7?', hidden(source))).toEqual(['41, 7']);
    expect(numbersInARow('What is 41 plus 8, and 3 plus 4?', hidden(source))).toEqual([]);
    expect(numbersInARow('What is 41 plus 7?', hidden(source, { given: '41 and 7' }))).toEqual([]);
  });

  test.each([
    ['an ordinary word', "f('harbour')", 'Is there a harbour?'],
    ['a part of a word', "f('a-b1')", 'What of a-b12?'],
    ['a part of a number', 'f(455)', 'Is it 1455, 45.5 or 4,551?'],
    ['a small number', 'f(12)', 'Is it 12?'],
    ['a power of ten', 'f(1000)', 'Are there 1000?'],
    ['a call without a value', 'list.sort(byPrice)', 'What does `list.sort(byPrice)` change?'],
  ])('unless it is %s', (_what, source, text) => {
    expect(shownInputs(text, hidden(source))).toEqual([]);
  });
});

describe('the name of a test is put together from values', () => {
  test.each<[what: string, path: string, source: string, name: string, found: string[]]>([
    [
      'in a loop',
      'a.test.js',
      'for (const n of [4]) test(`halves ${n} well`)',
      'Sums > halves 4 well',
      ['4'],
    ],
    ['in a table', 'a.test.js', "test.each([[1, 2]])('adds %i and %i')", 'adds 1 and 2', ['1', '2']],
    ['as JSON', 'a.test.js', 'test(`takes ${JSON.stringify(x)}`)', 'takes {"a":"b"}', ['{"a":"b"}']],
    ['in a way that is not seen', 'a.test.js', "test('adds ' + n)", 'adds 7', ['adds 7']],
    [
      'by pytest',
      'test_a.py',
      'class TestSums:\n  def test_adds(self, a): ...',
      'TestSums > test_adds[7-x]',
      ['7'],
    ],
  ])('%s', (_what, path, source, name, found) => {
    expect(builtFrom(name, hidden(source, { path }))).toEqual(found);
  });

  test.each<[what: string, path: string, source: string, name: string]>([
    ['it is written out', 'a.test.js', "test('is 100 for all')", 'Share > is 100 for all'],
    ['it is written with signs before its quotes', 'a.test.js', String.raw`test('it\'s 100')`, "it's 100"],
    ['it is a function', 'test_a.py', 'def test_of_all_is_100(): ...', 'test_of_all_is_100'],
    ['it is put together from words', 'a.test.js', 'test(`refuses ${what}`)', 'refuses nothing at all'],
    [
      'the author has named the row',
      'test_a.py',
      '@p("a", [1], ids=["row 1"])\ndef test_x(a): ...',
      'test_x[row 1]',
    ],
    ['pytest has counted the rows', 'test_a.py', 'def test_x(what, given): ...', 'test_x[nothing-given0]'],
    ['it is that of a public test', 'a.test.js', '', 'three apples cost 455 cents'],
  ])('but not where %s', (_what, path, source, name) => {
    expect(builtFrom(name, hidden(source, { path, given: 'three apples cost 455 cents' }))).toEqual([]);
  });
});
