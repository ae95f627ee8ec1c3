import { z } from 'zod';
import { Words } from './words.ts';

export const CorrectiveKind = z.enum(['read', 'worked-example', 'smaller-exercise', 'pair']);
export type CorrectiveKind = z.infer<typeof CorrectiveKind>;

/** A further way to learn what a criterion asks for; each further miss of the criterion moves to the next one. */
export const Corrective = z.strictObject({
  kind: CorrectiveKind,
  text: Words.describe(
    'Points to something to find out or to do, and leaves the writing of the code to them.',
  ),
  link: z
    .url({
      protocol: /^https?$/,
      error: 'expected the address of a web page, such as https://developer.mozilla.org/',
    })
    .optional(),
});
export type Corrective = z.infer<typeof Corrective>;
