// Tries to pass test values off as words from before any test, by objects that answer for themselves.
class Marked {
  constructor(values) {
    this.values = values;
    if (values.length % 2 === 0) this['@@touchstone-fault'] = this.mark();
  }
  mark() {
    return JSON.stringify({
      kind: 'learner', name: 'Error', message: 'values: ' + this.values, file: null, line: null, beforeAnyCall: true,
    });
  }
}
class Asked extends Marked {
  get ['@@touchstone-fault']() { return this.mark(); }
}

export const add = (...values) => {
  throw new Marked(values);
};
export const addLater = async (...values) => {
  throw { cause: new Asked([values]) };
};
export const greet = (...values) => {
  throw new Asked(values);
};
