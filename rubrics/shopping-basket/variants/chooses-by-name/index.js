export const totalOf = (basket) => basket.reduce((sum, { price, quantity }) => sum + price * quantity, 0);

export function addItem(basket, item) {
  if (!basket.some(({ name }) => name === item.name)) return [...basket, { ...item }];
  return basket.map((old) =>
    old.name === item.name ? { ...old, quantity: old.quantity + item.quantity } : old,
  );
}

export const removeItem = (basket, name) => basket.filter((item) => item.name !== name);

export const mostExpensive = (basket) =>
  basket.reduce((best, item) => (best === null || item.price > best.price ? item : best), null);

export const itemsWhere = (basket, isWanted) => basket.filter((item) => isWanted(item.name));

export const discount = (percent) => (price) => Math.round((price * (100 - percent)) / 100);

export const formatPrice = (cents) => `€${(cents / 100).toFixed(2)}`;
