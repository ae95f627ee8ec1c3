export const initials = (name) => [...name.matchAll(/(?<=^| )./gu)].join('').toUpperCase();
export { parseAge } from './words/age.js';
