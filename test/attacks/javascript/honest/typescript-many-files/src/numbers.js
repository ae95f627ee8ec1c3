export const add = (a, b) => a + b;
export const later = (number) => Promise.resolve(number).then((n) => n * 2);
export function* countTo(n) {
  if (n === 0) return;
  yield* countTo(n - 1);
  yield n;
}
