// A stay in the car park looks like this:
//
//   { plate: 'KA 204', minutes: 95, resident: false }

/** What it costs to park for so many minutes, in cents. */
export function feeFor(minutes) {
  // Your turn.
}

/** A bill for each car: { plate, fee }, in the alphabetical order of the plates. */
export function billsFor(stays) {
  // Your turn.
}

/** The plate of the car that stayed longest at one time, or null when there was none. */
export function longestStay(stays) {
  // Your turn.
}
