import { z } from 'zod';
import { visible } from '../visible-text.ts';

/** A text that people read: there is something to be seen in it, and nothing that cannot be seen. */
export const Words = z
  .string()
  .min(1)
  .refine((text) => text.trim() !== '', { error: 'expected something to read' })
  .refine((text) => visible(text) === text.replaceAll('\r\n', '\n'), {
    error: 'expected no characters that cannot be seen, such as control characters and changes of direction',
  });
