// The test counts down from this.
export const steps = () => Infinity;
export const add = (a, b) => a + b;
