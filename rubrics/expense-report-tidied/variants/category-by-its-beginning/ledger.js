const LINE = /^\s*(?<date>[^,]*),\s*(?<category>[^,]*?)\s*,\s*(?<euros>\d+)(?:\.(?<decimals>\d{1,2}))?\s*$/;

const inEuros = (cents) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;

/** Adds up what was spent, and keeps in mind what could not be counted. */
export class Ledger {
  #cents = new Map();
  #problems = [];

  get problems() {
    return this.#problems;
  }

  complain(problem) {
    this.#problems.push(problem);
  }

  addText(name, text) {
    text.split(/\r?\n/).forEach((line, index) => this.#addLine(line, `${name}:${index + 1}`));
  }

  #addLine(line, place) {
    if (line.trim() === '') return;
    const fields = LINE.exec(line)?.groups;
    if (fields === undefined) {
      this.complain(`${place} should be: date,category,amount`);
      return;
    }
    const { category, euros, decimals = '' } = fields;
    const before = this.#cents.get(category) ?? 0;
    this.#cents.set(category, before + Number(euros + decimals.padEnd(2, '0')));
  }

  /** The lines of the report; null stands for no limit, and for every category. */
  report({ top, category }) {
    const wanted = [...this.#cents.keys()].filter((name) => category === null || name.startsWith(category));
    const inOrder = wanted.sort().sort((one, other) => this.#cents.get(other) - this.#cents.get(one));
    const total = wanted.reduce((sum, name) => sum + this.#cents.get(name), 0);
    const lines = inOrder.map((name) => `${name}: ${inEuros(this.#cents.get(name))}`);
    return [...lines.slice(0, top ?? lines.length), `total: ${inEuros(total)}`];
  }
}
