// The standard normal distribution, as far as it is needed here.

const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

export const density = (z: number): number => Math.exp((-z * z) / 2) / ROOT_TWO_PI;

/**
 * The share that lies above `z`. West, 'Better approximations to cumulative normal functions' (Wilmott, 2005), after Hart (1968): to
 * about 15 digits.
 */
export function above(z: number): number {
  const x = Math.abs(z);
  const tail = x > 37 ? 0 : x < 7.07106781186547 ? Math.exp((-x * x) / 2) * middle(x) : density(x) / far(x);
  return z > 0 ? tail : 1 - tail;
}

const polynomial = (x: number, terms: readonly number[]): number =>
  terms.reduce((sum, term) => sum * x + term, 0);

const middle = (x: number): number =>
  polynomial(
    x,
    [
      3.52624965998911e-2, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871,
      221.213596169931, 220.206867912376,
    ],
  ) /
  polynomial(
    x,
    [
      8.83883476483184e-2, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674,
      637.333633378831, 793.826512519948, 440.413735824752,
    ],
  );

const far = (x: number): number => x + 1 / (x + 2 / (x + 3 / (x + 4 / (x + 0.65))));

/** How likely what has lasted until `z` is to end there: density over the share above, the inverse of Mills' ratio. */
export const hazard = (z: number): number =>
  // Far out the quotient is 0/0; this is its limit there.
  z > 30 ? z + 1 / z : density(z) / above(z);

/**
 * Below which `z` a share of it lies. Acklam's rational approximation ('An algorithm for computing the inverse normal cumulative
 * distribution function', 2003), whose error is below 1.2e-9 of the value.
 *
 * @param share above 0 and below 1
 */
export function quantile(share: number): number {
  if (share > 0.5) return -quantile(1 - share);
  if (share < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(share));
    return polynomial(q, LOW_ABOVE) / polynomial(q, LOW_BELOW);
  }
  const q = share - 0.5;
  return (polynomial(q * q, ABOVE) * q) / polynomial(q * q, BELOW);
}

const ABOVE = [
  -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1,
  2.506628277459239,
];
const BELOW = [
  -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1,
  1,
];
const LOW_ABOVE = [
  -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
];
const LOW_BELOW = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416, 1];
