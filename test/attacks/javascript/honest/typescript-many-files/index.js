export * from './src/numbers.js';
export * from './src/lists.js';
export * from './src/words.js';
export { Till } from './src/shop/till.js';
export { default as makeCounter } from './src/counter.js';
