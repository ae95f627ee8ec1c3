export function totalOf(basket) {
  let sum = 0;
  for (const item of basket) sum += item.price * item.quantity;
  console.log(sum);
}

export function addItem(basket, item) {
  const known = basket.find((old) => old.name === item.name);
  if (known === undefined) {
    console.log([...basket, item]);
  } else {
    const more = { ...known, quantity: known.quantity + item.quantity };
    console.log(basket.map((old) => (old === known ? more : old)));
  }
}

export function removeItem(basket, name) {
  console.log(basket.filter((item) => item.name !== name));
}

export function mostExpensive(basket) {
  let best = null;
  for (const item of basket) {
    if (best === null || item.price > best.price) best = item;
  }
  console.log(best);
}

export function itemsWhere(basket, isWanted) {
  console.log(basket.filter(isWanted));
}

export function discount(percent) {
  return (price) => console.log(Math.round(price - (price * percent) / 100));
}

export function formatPrice(cents) {
  console.log(`€${(cents / 100).toFixed(2)}`);
}
