export const add = (a, b) => a + b;
export const prepare = () => add(1, 2);
