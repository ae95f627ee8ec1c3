import { z } from 'zod';

/**
 * What somebody is in a school. Nobody is anything by what GitHub lets them do: learners are often admins of their own
 * repositories. Who reviews as a peer follows from what they have mastered, and is no role.
 */
export const Role = z.enum(['learner', 'tutor', 'staff', 'lead']);
export type Role = z.infer<typeof Role>;
