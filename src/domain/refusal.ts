/** Why a verdict is not taken. */
export type Refusal =
  | 'unknown-person'
  | 'not-staff'
  | 'not-a-person'
  | 'own-work'
  | 'had-a-hand-in-it'
  | 'recheck'
  | 'closed'
  | 'practice'
  | 'another-commit'
  | 'shared-commit'
  | 'not-marked-yet'
  | 'before-the-result'
  | 'reason-missing';
