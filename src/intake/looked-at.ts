/** The actions of `pull_request` after which we look at it: those GitHub is asked for, that are read, and that are worth asking for again. */
export const LOOKED_AT = [
  'opened',
  'synchronize',
  'reopened',
  'ready_for_review',
  'converted_to_draft',
  'closed',
  'edited',
] as const;
