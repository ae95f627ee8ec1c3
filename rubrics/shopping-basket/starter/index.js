// A basket is an array of items. An item looks like this:
//
//   { name: 'apple', price: 45, quantity: 3 }
//
// The price is for one piece, in whole cents.

/** What everything in the basket costs together, in cents. */
export function totalOf(basket) {
  // Your turn.
}

/** A new basket that has the item too. */
export function addItem(basket, item) {
  // Your turn.
}

/** A new basket without the item of this name. */
export function removeItem(basket, name) {
  // Your turn.
}

/** The item with the highest price for one piece, or null when there is none. */
export function mostExpensive(basket) {
  // Your turn.
}

/** The items for which isWanted(item) answers true. */
export function itemsWhere(basket, isWanted) {
  // Your turn.
}

/** A function that takes a price in cents and gives back the reduced price. */
export function discount(percent) {
  // Your turn.
}

/** A price in cents as text, such as €12.05. */
export function formatPrice(cents) {
  // Your turn.
}
