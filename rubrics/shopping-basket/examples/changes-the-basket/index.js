export function totalOf(basket) {
  return basket.reduce((sum, item) => sum + item.price * item.quantity, 0);
}

export function addItem(basket, item) {
  const known = basket.find((old) => old.name === item.name);
  if (known) {
    known.quantity += item.quantity;
  } else {
    basket.push(item);
  }
  return basket;
}

export function removeItem(basket, name) {
  return basket.filter((item) => item.name !== name);
}

export function mostExpensive(basket) {
  let best = null;
  for (const item of basket) {
    if (best === null || item.price > best.price) best = item;
  }
  return best;
}

export function itemsWhere(basket, isWanted) {
  return basket.filter(isWanted);
}

export function discount(percent) {
  return (price) => Math.round(price - (price * percent) / 100);
}

export function formatPrice(cents) {
  return `€${(cents / 100).toFixed(2)}`;
}
