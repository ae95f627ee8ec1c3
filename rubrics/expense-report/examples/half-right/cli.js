import { readFileSync } from 'node:fs';

const file = process.argv[2];
const lines = readFileSync(file, 'utf8').trim().split('\n');
const sums = {};
let total = 0;
for (const line of lines) {
  const [, category, amount] = line.split(',');
  if (!sums[category]) sums[category] = 0;
  sums[category] += Number(amount);
  total += Number(amount);
}
// TODO: options, standard input, errors
for (const category of Object.keys(sums).sort((a, b) => sums[b] - sums[a])) {
  console.log(category + ': ' + sums[category].toFixed(2));
}
console.log('total: ' + total.toFixed(2));
