export const label = (name, price) => `${name}: ${price} cents`;
