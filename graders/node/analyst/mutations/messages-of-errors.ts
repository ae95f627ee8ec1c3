import type { Ignorer } from '@stryker-mutator/api/ignore';
import { z } from 'zod';

const Throwing = z.object({ node: z.object({ type: z.literal('ThrowStatement') }) });

/** The words of an error are seldom what a brief asks for: that it is thrown is changed with the block around it. */
export const messagesOfErrors: Ignorer = {
  shouldIgnore: (path) => (Throwing.safeParse(path).success ? 'what is thrown' : undefined),
};
