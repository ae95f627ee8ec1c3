export { Basket } from './basket.js';
export { formatPrice, parsePrice } from './price.js';

export const discount = (percent) => (cents) => Math.round((cents * (100 - percent)) / 100);

export async function stockOf(names, look) {
  const counts = await Promise.all(names.map((name) => look(name)));
  return Object.fromEntries(names.map((name, at) => [name, counts[at]]));
}
