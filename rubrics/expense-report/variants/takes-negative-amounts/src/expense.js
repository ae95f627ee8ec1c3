const amount = /^(-?\d+)(?:\.(\d{1,2}))?$/;

/** The expense that a line stands for, in whole cents, or null when it is none. */
export function parseExpense(line) {
  const fields = line.split(',').map((field) => field.trim());
  if (fields.length !== 3) return null;
  const [date, category, text] = fields;
  const match = amount.exec(text);
  if (match === null || category === '') return null;
  const [, euros, decimals = ''] = match;
  return { date, category, cents: Number(euros) * 100 + Number(decimals.padEnd(2, '0')) };
}

export const amountOf = (cents) => (cents / 100).toFixed(2);
