/**
 * A few lines that learners could pass on. `wrap`: a function that gives back what it was given, called where a function of
 * the member's returns; `inline`: statements at the start of a function (`ARG` is one of its parameters); `helper`: a
 * function that stands by itself. A behaviour (B) has two codings of one idea, a text (T) one.
 */
export interface Fragment {
  readonly id: string;
  readonly kind: 'T' | 'B';
  readonly form: 'wrap' | 'inline' | 'helper';
  readonly code: readonly string[];
}
