import { between, shuffled } from './random.js';

const names = ['tea', 'rice', 'soap', 'jam', 'pasta', 'salt', 'butter', 'honey', 'flour', 'pepper'];

/** A basket of `size` items with different names and different prices. */
export function randomBasket(size) {
  return shuffled(names)
    .slice(0, size)
    .map((name, at) => ({
      name,
      // The last digit differs from item to item, and so does the price.
      price: between(2, 90) * 10 + at,
      quantity: between(1, 9),
    }));
}

export const copyOf = (value) => structuredClone(value);

/** The total, counted apart from the submission. */
export function costOf(basket) {
  return basket.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
}
