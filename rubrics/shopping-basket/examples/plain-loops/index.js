export function totalOf(basket) {
  let total = 0;
  for (let i = 0; i < basket.length; i++) {
    total = total + basket[i].price * basket[i].quantity;
  }
  return total;
}

export function addItem(basket, item) {
  const result = [];
  let found = false;
  for (let i = 0; i < basket.length; i++) {
    const old = basket[i];
    if (old.name === item.name) {
      found = true;
      result.push({ name: old.name, price: old.price, quantity: old.quantity + item.quantity });
    } else {
      result.push(old);
    }
  }
  if (!found) {
    result.push(item);
  }
  return result;
}

export function removeItem(basket, name) {
  const result = [];
  for (const item of basket) {
    if (item.name !== name) {
      result.push(item);
    }
  }
  return result;
}

export function mostExpensive(basket) {
  if (basket.length === 0) {
    return null;
  }
  let best = basket[0];
  for (const item of basket) {
    if (item.price > best.price) {
      best = item;
    }
  }
  return best;
}

export function itemsWhere(basket, isWanted) {
  const result = [];
  for (const item of basket) {
    if (isWanted(item) === true) {
      result.push(item);
    }
  }
  return result;
}

export function discount(percent) {
  function reduce(price) {
    const off = (price * percent) / 100;
    return Math.round(price - off);
  }
  return reduce;
}

export function formatPrice(cents) {
  const euros = Math.floor(cents / 100);
  const rest = cents - euros * 100;
  if (rest < 10) {
    return '€' + euros + '.0' + rest;
  }
  return '€' + euros + '.' + rest;
}
