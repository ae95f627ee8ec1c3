const AMOUNT = /^(\d+)(?:\.(\d\d?))?$/;

/** The expense that a line stands for, its amount in whole cents; null when it stands for none. */
export function parseExpense(line) {
  const [, category, amount, ...others] = line.split(',').map((field) => field.trim());
  if (amount === undefined || others.length > 0) return null;
  const cents = parseAmount(amount);
  return cents === null ? null : { category, cents };
}

function parseAmount(text) {
  const match = AMOUNT.exec(text);
  if (match === null) return null;
  const [, euros, decimals = ''] = match;
  return Number(euros) * 100 + Number(decimals.padEnd(2, '0'));
}
