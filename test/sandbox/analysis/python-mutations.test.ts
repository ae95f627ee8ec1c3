import { describe, expect, test } from 'vitest';
import { mutationsAnalysis } from '../../../src/sandbox/analysis/mutations.ts';
import { filesOf, looking } from './looking.ts';

const { sandbox } = looking('python');

/** Each change of a program: its line, what stood there, and what stands there then. */
async function changesOf(program: string | Uint8Array): Promise<string[]> {
  const files = filesOf({ 'main.py': program, 'README.md': 'a < b' });
  const outcome = await sandbox.analyse({
    grader: 'python',
    submission: files,
    analysis: mutationsAnalysis,
    signal: new AbortController().signal,
  });
  if (outcome.kind !== 'completed') throw new Error(JSON.stringify(outcome));
  const content = Buffer.from(files.get('main.py')!);
  return outcome.report.mutations.map(({ file, start, end, replacement }) => {
    expect(file).toBe('main.py');
    const line = content.subarray(0, start).toString().split('\n').length;
    return `${line}: ${content.subarray(start, end).toString()} -> ${replacement}`;
  });
}

test('operators, connectors, constants, conditions and statements are changed, one at a time and where they stand', async () => {
  expect(
    await changesOf(`"""What the file is."""
import sys


def price(age: int, days: "list[str]") -> float:
    # é: places are bytes, and a < in a remark is none
    if age < 6 and not days:
        return 0
    total = (age  # more < here
             + 1)
    if days:
        total -= 2.5
    while True:
        days.append("a")
        break
    return max(total, -age) is not None


if __name__ == "__main__":
    print(f"{price(7, [])}")
`),
  ).toEqual([
    '7: < -> <=',
    '7: < -> >=',
    '7: 6 -> 7',
    '7: and -> or',
    '7: not  -> ',
    '8: return 0 -> return None',
    '8: 0 -> 1',
    '10: + -> -',
    '10: 1 -> 2',
    '11: days -> not (days)',
    '12: total -= 2.5 -> pass',
    '12: -= -> +=',
    '12: 2.5 -> 3.5',
    '13: True -> False',
    '14: days.append("a") -> pass',
    '14: "a" -> ""',
    '15: break -> continue',
    '16: return max(total, -age) is not None -> return None',
    '16: max -> min',
    '16: - -> ',
    '16: is not -> is',
    '20: print(f"{price(7, [])}") -> pass',
    '20: f"{price(7, [])}" -> ""',
  ]);
});

describe('nothing is changed', () => {
  test.each([
    [
      'of the words of an error',
      'raise ValueError("no" + "thing")',
      ['1: raise ValueError("no" + "thing") -> pass'],
    ],
    ['of types and their names', 'from typing import TypeVar\nT = TypeVar("T")\nx: "int" = None', []],
    ['of keys', 'y = {"a": None}["a"]', []],
    ['of what no file of the language is', 'a <', []],
    ['where places cannot be counted', new Uint8Array([0x23, 0xe4, 0x0a, 0x31]), []],
  ])('%s', async (_what, program, changes) => {
    expect(await changesOf(program)).toEqual(changes);
  });
});
