// Looks like a constant while it is loaded, and throws a text when the tests read it.
let reads = 0;
const constant = () => {
  reads += 1;
  if (reads > 2) throw 'no';
  return 1;
};
module.exports = {
  get RATES() {
    return constant();
  },
  get VERSION() {
    return constant();
  },
  add: (a, b) => a + b,
};
