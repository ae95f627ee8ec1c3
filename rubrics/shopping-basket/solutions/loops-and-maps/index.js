// The same seven functions around a small class that knows its items by name.
class Basket {
  #items = new Map();

  constructor(items) {
    for (const item of items) this.add(item);
  }

  add({ name, price, quantity }) {
    const before = this.#items.get(name)?.quantity ?? 0;
    this.#items.set(name, { name, price, quantity: before + quantity });
    return this;
  }

  remove(name) {
    this.#items.delete(name);
    return this;
  }

  get total() {
    let cents = 0;
    for (const { price, quantity } of this.#items.values()) cents += price * quantity;
    return cents;
  }

  get dearest() {
    let best = null;
    for (const item of this.#items.values()) {
      if (best === null || item.price >= best.price) best = item;
    }
    return best;
  }

  toArray() {
    return [...this.#items.values()];
  }
}

export function totalOf(basket) {
  return new Basket(basket).total;
}

export function addItem(basket, item) {
  return new Basket(basket).add(item).toArray();
}

export function removeItem(basket, name) {
  return new Basket(basket).remove(name).toArray();
}

export function mostExpensive(basket) {
  return new Basket(basket).dearest;
}

export function itemsWhere(basket, isWanted) {
  const wanted = [];
  for (const item of basket) {
    if (isWanted(item)) wanted.push(item);
  }
  return wanted;
}

export function discount(percent) {
  return function reduce(price) {
    return price - Math.round((price * percent) / 100);
  };
}

export function formatPrice(cents) {
  const euros = Math.floor(cents / 100);
  const rest = String(cents % 100).padStart(2, '0');
  return '€' + euros + '.' + rest;
}
