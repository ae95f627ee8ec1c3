import { between, shuffled } from './random.js';

const names = [
  'pencil',
  'ruler',
  'eraser',
  'folder',
  'stapler',
  'paper',
  'glue',
  'envelope',
  'chalk',
  'notebook',
];

/** A basket of `size` items with different names and different prices. */
export function randomBasket(size) {
  return shuffled(names)
    .slice(0, size)
    .map((name, at) => ({
      name,
      // The last digit differs from item to item, and so does the price.
      price: between(3, 120) * 10 + at,
      quantity: between(1, 9),
    }));
}

export const copyOf = (value) => structuredClone(value);

/** The total, counted apart from the submission. */
export function costOf(basket) {
  return basket.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
}
