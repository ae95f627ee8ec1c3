import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { submission } from 'touchstone';
import { journalOf, jsonOf, linesOf, randomEntries, randomParts, stockLines, stockOf } from './journal.js';
import { between, shuffled } from './random.js';

/** Asks a question of a journal, which stands at the end of the call. */
async function ask(words, journal) {
  const { stdout, code } = await submission.run([...words, 'room.txt'], { files: { 'room.txt': journal } });
  assert.equal(code, 0, 'the exit code');
  return stdout;
}

describe('The stock', () => {
  test('is what went in less what went out', async () => {
    const [first, second] = randomParts(2);
    const [into, out, again] = [between(60, 90), between(11, 30), between(100, 200)];
    const lines = [
      `in ${first} ${into}`,
      `in ${second} ${again}`,
      `out ${first} ${out}`,
      `in ${first} ${again}`,
    ];
    const expected = stockLines(
      stockOf([
        { part: first, stock: into - out + again },
        { part: second, stock: again },
      ]),
    );
    const journal = lines.map((line) => `2026-04-01 ${line}\n`).join('');
    assert.deepEqual(linesOf(await ask(['stock'], journal)), expected);
  });

  test('is what was counted, and goes on from there', async () => {
    const [part] = randomParts(1);
    const [into, counted, more] = [between(20, 40), between(50, 90), between(2, 9)];
    const journal = `2026-04-01 in ${part} ${into}\n2026-04-02 count ${part} ${counted}\n2026-04-03 in ${part} ${more}\n`;
    assert.deepEqual(linesOf(await ask(['stock'], journal)), [`${part}: ${counted + more}`]);
  });

  test('is right for many parts, in the order of the alphabet', async () => {
    const entries = randomEntries(randomParts(7), 6);
    const expected = stockLines(stockOf(entries));
    assert.deepEqual(linesOf(await ask(['stock'], journalOf(entries))), expected);
  });

  test('may be nothing, and is told all the same', async () => {
    const [emptied, counted] = randomParts(2);
    const amount = between(5, 30);
    const journal = `2026-04-01 in ${emptied} ${amount}\n2026-04-02 out ${emptied} ${amount}\n2026-04-02 count ${counted} 0\n`;
    const expected = [`${emptied}: 0`, `${counted}: 0`].sort();
    assert.deepEqual(linesOf(await ask(['stock'], journal)), expected);
  });

  test('takes the entries in the order of the file, and passes over what means nothing', async () => {
    const [part] = randomParts(1);
    const counted = between(30, 60);
    const journal = `# a new year\n\n2026-12-30 in ${part} 5\n   \n2026-01-02 count ${part} ${counted}\n#2026-01-03 out ${part} 1\n`;
    assert.deepEqual(linesOf(await ask(['stock'], journal)), [`${part}: ${counted}`]);
  });
});

describe('What is low', () => {
  test('is what there are fewer of, the fewest first', async () => {
    const entries = randomEntries(randomParts(8), 4);
    const stocks = stockOf(entries).sort((a, b) => a.stock - b.stock);
    const limit = stocks[between(3, 6)].stock;
    const expected = stockLines(stocks.filter(({ stock }) => stock < limit));
    assert.deepEqual(linesOf(await ask(['low', String(limit)], journalOf(entries))), expected);
  });

  test('is in the order of the alphabet where there are equally many', async () => {
    const amount = between(3, 8);
    const names = randomParts(6);
    const journal = names.map((part) => `2026-04-01 in ${part} ${amount}\n`).join('');
    const expected = [...names].sort().map((part) => `${part}: ${amount}`);
    assert.deepEqual(linesOf(await ask(['low', '9'], journal)), expected);
  });

  test('may be nothing at all', async () => {
    const [part] = randomParts(1);
    const amount = between(4, 40);
    const answer = await ask(['low', String(amount)], `2026-04-01 in ${part} ${amount}\n`);
    assert.deepEqual(linesOf(answer), []);
  });
});

const historyOf = (entries, wanted) => entries.filter(({ part }) => part === wanted);

describe('The history of a part', () => {
  test('has every entry with the stock after it, in the order of the journal', async () => {
    const names = randomParts(4);
    const entries = randomEntries(names, 6);
    const expected = historyOf(entries, names[2]).map(
      ({ date, kind, amount, stock }) => `${date} ${kind} ${amount} -> ${stock}`,
    );
    assert.deepEqual(linesOf(await ask(['history', names[2]], journalOf(entries))), expected);
  });

  test('is that of the whole name, and nothing where there is no such part', async () => {
    const entries = randomEntries(randomParts(3), 3);
    const [{ part }] = entries;
    for (const name of ['unicycles', part.slice(0, 3)]) {
      assert.deepEqual(linesOf(await ask(['history', name], journalOf(entries))), []);
    }
  });
});

describe('An answer as JSON', () => {
  test('has the stock of every part', async () => {
    const entries = randomEntries(randomParts(5), 3);
    const expected = stockOf(entries);
    assert.deepEqual(jsonOf(await ask(['--json', 'stock'], journalOf(entries))), expected);
  });

  test('has the history of a part', async () => {
    const names = randomParts(3);
    const entries = randomEntries(names, 5);
    const expected = historyOf(entries, names[1]).map(({ date, kind, amount, stock }) => ({
      date,
      kind,
      amount,
      stock,
    }));
    assert.deepEqual(jsonOf(await ask(['history', '--json', names[1]], journalOf(entries))), expected);
  });

  test('is an empty array when there is nothing to answer', async () => {
    const [words] = shuffled([
      ['low', '1'],
      ['history', 'unicycles'],
    ]);
    assert.deepEqual(jsonOf(await ask([...words, '--json'], '2026-04-01 in bells 3\n')), []);
  });
});
