export function turnRound(list) {
  list.splice(0, list.length, ...list.toReversed());
}
