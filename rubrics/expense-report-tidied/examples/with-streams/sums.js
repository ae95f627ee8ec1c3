/** What was spent, by category, in cents. */
export class Sums {
  #cents = {};
  #total = 0;

  add({ category, cents }) {
    this.#cents[category] = (this.#cents[category] ?? 0) + cents;
    this.#total += cents;
  }

  /** The report: so many of the largest categories, or all of them, and the total. */
  toText(top) {
    const rows = Object.entries(this.#cents).sort(compareRows).slice(0, top);
    return [...rows, ['total', this.#total]].map(toLine).join('');
  }
}

const compareRows = ([a, centsOfA], [b, centsOfB]) => centsOfB - centsOfA || a.localeCompare(b, 'en');

const toLine = ([name, cents]) => `${name}: ${(cents / 100).toFixed(2)}\n`;
