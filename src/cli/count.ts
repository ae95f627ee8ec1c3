import { InvalidArgumentError } from 'commander';

/** Reads an argument that has to be a whole number, 0 or more. */
export const count = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new InvalidArgumentError('expected a whole number.');
  return value;
};
