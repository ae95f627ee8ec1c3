import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';

const known = { '--top': 'top', '--category': 'category' };
const options = {};
const names = [];
const words = process.argv.slice(2).values();
for (const word of words) {
  if (known[word]) options[known[word]] = words.next().value;
  else if (word.startsWith('--')) await refuse(`I do not know the option ${word}.`);
  else names.push(word);
  if (word in known && options[known[word]] === undefined) await refuse(`${word} needs a value.`);
}
if ('top' in options && !(/^\d+$/.test(options.top) && Number(options.top) > 0)) {
  await refuse('--top needs a whole number, 1 or more.');
}

async function refuse(message) {
  process.stderr.write(message + '\n', () => process.exit(2));
  await new Promise(() => {});
}

const categories = new Map();
let total = 0n;

async function read(lines, name) {
  let number = 0;
  for await (const line of lines) {
    number++;
    if (/^\s*$/.test(line)) continue;
    const found = /^[^,]*,(?<category>[^,]+),(?<euros>\d+)(\.(?<cents>\d\d?))?\s*$/.exec(line);
    if (!found) {
      console.error(`Please look at line ${number} of ${name}: "${line}"`);
      process.exitCode = 1;
      continue;
    }
    const { category, euros, cents = '0' } = found.groups;
    if (options.category && options.category !== category) continue;
    const amount = BigInt(euros + cents.padEnd(2, '0'));
    categories.set(category, (categories.get(category) ?? 0n) + amount);
    total += amount;
  }
}

if (names.length === 0) await read(createInterface({ input: process.stdin }), 'standard input');
for (const name of names) {
  try {
    const file = await open(name);
    await read(file.readLines(), name);
  } catch {
    console.error(`I could not read ${name}.`);
    process.exitCode = 1;
  }
}

const show = (name, amount) => console.log(`${name}: ${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`);

const ordered = [...categories.keys()].sort((a, b) => {
  const [x, y] = [categories.get(a), categories.get(b)];
  if (x === y) return a < b ? -1 : 1;
  return x > y ? -1 : 1;
});
for (const name of ordered.slice(0, options.top)) show(name, categories.get(name));
show('total', total);
