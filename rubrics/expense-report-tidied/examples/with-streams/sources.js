import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** Where expenses come from: each source has a name, and is opened when it is its turn. */
export function sourcesOf(files) {
  if (files.length === 0) return [{ name: 'standard input', open: () => process.stdin }];
  return files.map((name) => ({ name, open: () => createReadStream(name) }));
}

/** What a source has, line by line: expenses, and problems in words. */
export async function* expensesIn({ name, open }) {
  let number = 0;
  try {
    for await (const line of createInterface({ input: open(), crlfDelay: Infinity })) {
      number += 1;
      if (line.trim() !== '') yield readLine(line, `${name}, line ${number}`);
    }
  } catch (error) {
    yield { problem: `${name}: ${error.message}` };
  }
}

function readLine(line, place) {
  const [, category, euros, cents = ''] = /^[^,]+,([^,]+),\s*(\d+)(?:\.(\d\d?))?\s*$/.exec(line) ?? [];
  if (category === undefined) return { problem: `${place}: ${line} is no expense.` };
  return { expense: { category: category.trim(), cents: Number(euros) * 100 + Number(cents.padEnd(2, '0')) } };
}
