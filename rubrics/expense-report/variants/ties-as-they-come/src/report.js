/** The lines of the report as pairs of name and cents, the total last. */
export function reportLines(sums, top) {
  const total = [...sums.values()].reduce((all, cents) => all + cents, 0);
  const largestFirst = [...sums].sort(([a, x], [b, y]) => y - x);
  return [...largestFirst.slice(0, top), ['total', total]];
}
