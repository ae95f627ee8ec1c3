/** The lines of the report: the largest categories, and the total of all. */
export function reportLines(expenses, top) {
  const sums = sumByCategory(expenses);
  const total = expenses.reduce((sum, { cents }) => sum + cents, 0);
  const largest = [...sums].sort(largestFirst).slice(0, top);
  return [...largest, ['total', total]].map(([name, cents]) => `${name}: ${(cents / 100).toFixed(2)}`);
}

function sumByCategory(expenses) {
  let sums = new Map();
  for (const { category, cents } of expenses) sums.set(category, (sums.get(category) ?? 0) + cents);
  return sums;
}

/** Equal ones by the alphabet. */
function largestFirst([name, cents], [otherName, otherCents]) {
  return otherCents - cents || (name < otherName ? -1 : 1);
}
