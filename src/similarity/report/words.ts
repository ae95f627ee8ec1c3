import { visibleLine } from '../../domain/visible-text.ts';
import type { Place } from '../findings.ts';

export const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** `cart.js, lines 3 to 9`. */
export function whereText({ file, start, end }: Place): string {
  return `${visibleLine(file)}, ${start === end ? `line ${start}` : `lines ${start} to ${end}`}`;
}
