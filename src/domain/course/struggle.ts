import { z } from 'zod';

/** Of a signal: what it goes by, or `false` where it is switched off. */
const signal = <T extends z.core.$ZodLooseShape>(shape: T, says: string) =>
  z
    .union([z.literal(false), z.strictObject(shape)])
    .prefault({} as never)
    .describe(`${says} false: it is off.`);

const share = z.number().gt(0).lt(1);
const count = z.int().min(1);

const Hour = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'expected a time of the day such as 20:00' });

/** By what a learner is thought to be stuck, and what follows. docs/struggle.md says where each number comes from. */
export const Struggle = z.strictObject({
  duration: signal(
    {
      watch: share
        .default(0.8)
        .describe('Staff see it when so large a share of the others would be done by now.'),
      alert: share.default(0.95).describe('Staff are told from this share on.'),
    },
    'A project takes longer than it takes others, at the pace of the learner.',
  ),
  attempts: signal(
    {
      watch: count.default(3).describe('So many more than is normal for the project: staff see it.'),
      alert: count.default(5).describe('So many more: staff are told.'),
      person: count.default(10).describe('So many more: a person must talk to the learner.'),
    },
    'Attempts in a row that meet no further essential criterion.',
  ),
  repeated: signal(
    {
      nudge: count.default(3).describe('The same failure in so many attempts in a row: the learner is told.'),
      alert: count.default(5).describe('In so many: staff are told.'),
      days: z
        .number()
        .min(0)
        .default(2)
        .describe('For at least so many working days: what is over on the same day is part of learning.'),
    },
    'The same failure again and again.',
  ),
  rapid: signal(
    {
      attempts: count.default(5).describe('So many attempts'),
      minutes: z.number().positive().default(30).describe('within so many minutes, without gain.'),
    },
    'Many attempts in minutes.',
  ),
  silence: signal(
    {
      nudgeDays: z
        .number()
        .positive()
        .default(3)
        .describe('After so many working days the learner gets a kind word.'),
      alertDays: z.number().positive().default(7).describe('After so many staff are told.'),
      rarest: share
        .default(0.003)
        .describe(
          'Of all pauses of the course, by what is usual of each learner, this share is taken for more than a pause.',
        ),
    },
    'No sign of the learner, and nobody is waited for.',
  ),
  pace: signal(
    {
      days: count
        .default(10)
        .describe('How many working days, the last ones, are compared with those before.'),
      chance: share
        .default(0.01)
        .describe('So unlikely must it be, at their usual pace, to work on so few of them.'),
    },
    'The learner works on far fewer days than they used to.',
  ),
  spotChecks: signal(
    { perWeek: count.default(3).describe('How many learners.') },
    'Each week staff are asked to look at a few learners who look fine, to find whom the signals miss.',
  ),
  messages: z
    .strictObject({
      hoursBetween: z
        .number()
        .min(24)
        .default(72)
        .describe('A learner gets no second message sooner than so many hours after the last one.'),
      quietFrom: Hour.default('18:00').describe('No message from this time of the day on, where they live,'),
      quietUntil: Hour.default('08:00').describe('until this time.'),
    })
    .prefault({})
    .describe('When a learner is written to.'),
  usefulFrom: share
    .default(0.5)
    .describe('A signal of whose alerts staff find a smaller share useful is proposed for retuning.'),
});
export type Struggle = z.infer<typeof Struggle>;
