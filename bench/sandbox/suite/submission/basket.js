export class Basket {
  #items = new Map();

  add({ name, price, quantity = 1 }) {
    if (!(quantity > 0)) throw new RangeError(`expected a quantity above 0, found ${quantity}`);
    const before = this.#items.get(name)?.quantity ?? 0;
    this.#items.set(name, { name, price, quantity: before + quantity });
    return this.#items.size;
  }

  remove(name) {
    return this.#items.delete(name);
  }

  total() {
    return [...this.#items.values()].reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  }

  where(wanted) {
    return [...this.#items.values()].filter((item) => wanted(item));
  }
}
