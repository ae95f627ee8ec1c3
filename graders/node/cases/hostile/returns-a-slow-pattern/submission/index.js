// Looks harmless, and takes years on a text of forty letters.
const slow = () => {
  const pattern = /(?<letters>[a-z]+)(\d+)/g;
  pattern.exec = () => /^(a+)+$/.exec(`${'a'.repeat(40)}!`);
  return pattern;
};
export const wordWithDigits = slow;
export const echo = (value) => value;
