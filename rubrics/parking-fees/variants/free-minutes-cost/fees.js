const FREE_MINUTES = 15;
const HALF_HOUR_CENTS = 80;
const MOST_CENTS = 960;

export function feeFor(minutes) {
  if (!Number.isInteger(minutes) || minutes < 0) throw new RangeError(`${minutes} is no number of minutes`);
  if (minutes < FREE_MINUTES) return 0;
  return Math.min(Math.ceil(minutes / 30) * HALF_HOUR_CENTS, MOST_CENTS);
}

const priceOf = ({ minutes, resident }) => (resident ? feeFor(minutes) / 2 : feeFor(minutes));

export function billsFor(stays) {
  const fees = new Map();
  for (const stay of stays) fees.set(stay.plate, (fees.get(stay.plate) ?? 0) + priceOf(stay));
  return [...fees].map(([plate, fee]) => ({ plate, fee })).sort((a, b) => (a.plate < b.plate ? -1 : 1));
}

export function longestStay(stays) {
  return stays.reduce((longest, stay) => (longest === null || stay.minutes > longest.minutes ? stay : longest), null)
    ?.plate ?? null;
}
