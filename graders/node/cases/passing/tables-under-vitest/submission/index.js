export const NAMES = ['a', 'b'];
export const add = (a, b) => a + b;
