export function totalOf(basket) {
  return basket.reduce((sum, item) => sum + item.price * item.quantity, 0);
}

export function addItem(basket, item) {
  const known = basket.find((old) => old.name === item.name);
  if (known === undefined) return [...basket, item];
  const more = { ...known, quantity: known.quantity + item.quantity };
  return basket.map((old) => (old === known ? more : old));
}

export function removeItem(basket, name) {
  const at = basket.findIndex((item) => item.name === name);
  const rest = [...basket];
  rest.splice(at, 1);
  return rest;
}

export function mostExpensive(basket) {
  return basket.sort((a, b) => b.price - a.price)[0];
}

export function itemsWhere(basket, isWanted) {
  return basket.find(isWanted);
}

export function discount(percent, price) {
  return price - (price * percent) / 100;
}

export function formatPrice(cents) {
  // I will do this one next.
}
