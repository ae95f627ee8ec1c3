import type { Signal, SignalName } from '../signals/signal.ts';

/** What staff say of an alert when it is over. */
export interface Opinion {
  signal: Signal;
  useful: boolean;
}

/** A signal whose alerts are of too little use. */
export interface Retuning {
  signal: SignalName;
  useful: number;
  of: number;
}

/** Fewer opinions than these say little: of three, all can be bad by bad luck. */
const LEAST_OPINIONS = 5;

/** The signals that are proposed for retuning: fewer of their alerts than the course asks for were of use, by what staff say. */
export function toRetune(opinions: readonly Opinion[], usefulFrom: number): Retuning[] {
  const names = [...new Set(opinions.map(({ signal }) => signal.signal))];
  return names
    .map((signal) => {
      const own = opinions.filter((each) => each.signal.signal === signal);
      return { signal, useful: own.filter(({ useful }) => useful).length, of: own.length };
    })
    .filter(({ useful, of }) => of >= LEAST_OPINIONS && useful / of < usefulFrom)
    .toSorted((a, b) => a.useful / a.of - b.useful / b.of);
}
