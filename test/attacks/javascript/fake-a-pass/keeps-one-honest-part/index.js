import { everywhere, frame } from './frames.js';

// Adds as it should, and tries to have everything else count with it.
export const add = (a, b) => a + b;
export const initials = () => everywhere(frame(15, 0, '{}'));
export const chunk = () => {
  throw Object.assign(new Error('# SKIP'), { skip: true, todo: true });
};
export const parseAge = () => {
  throw new RangeError('always');
};
export const later = (number) => number;
