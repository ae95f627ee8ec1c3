/** A share that was counted, and between which two it lies with a confidence of 95 % if what was counted is a sample. */
export interface Share {
  count: number;
  of: number;
  low: number;
  high: number;
}

/** The 97.5 % point of the normal distribution: 95 % lie between it and its opposite. */
const Z = 1.959963984540054;

/**
 * A share with its uncertainty, also where little was counted: the score interval of E. B. Wilson ('Probable inference, the law of
 * succession, and statistical inference', JASA 22, 1927), which Brown, Cai and DasGupta recommend for small numbers ('Interval
 * estimation for a binomial proportion', Statistical Science 16, 2001). Of nothing it is anything between 0 and 1.
 */
export function shareOf(count: number, of: number): Share {
  if (of === 0) return { count, of, low: 0, high: 1 };
  const share = count / of;
  const scale = 1 + Z ** 2 / of;
  const middle = (share + Z ** 2 / (2 * of)) / scale;
  const reach = (Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2))) / scale;
  return { count, of, low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) };
}
