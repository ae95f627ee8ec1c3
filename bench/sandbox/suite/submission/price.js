export const formatPrice = (cents) => `€${(cents / 100).toFixed(2)}`;

export function parsePrice(text) {
  const found = /^€(\d+)\.(\d\d)$/.exec(text);
  if (found === null) throw new TypeError(`expected a price such as €1.20, found ${text}`);
  return Number(found[1]) * 100 + Number(found[2]);
}
