import { z } from 'zod';

export const DecisionName = z.enum(['mastered', 'not-yet', 'awaiting-review']);
export type DecisionName = z.infer<typeof DecisionName>;
