// Tries to pass test values off as the words of an error that was thrown before any test began.
const mark = (text) =>
  JSON.stringify({ kind: 'learner', name: 'Error', message: text, file: 'index.js', line: 1, beforeAnyCall: true });

export function add(...values) {
  throw Object.assign(new RangeError('values: ' + values), { '@@touchstone-fault': mark('values: ' + values) });
}
export const addLater = async (...values) => {
  throw { '@@touchstone-fault': mark('values: ' + values), message: String(values) };
};
export const greet = () => {
  throw Object.assign(new Error(), { cause: { '@@touchstone-fault': mark('cause') } });
};
