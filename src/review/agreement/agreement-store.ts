import type { Comparison } from './ledger.ts';

/** The marker's own accuracy ledger: what it was sure of, and what people said. */
export interface AgreementStore {
  /** The last word of a person on each commit of which the machine was sure, the oldest first; `project`: of one alone. */
  comparisons(project?: string): Promise<Comparison[]>;
}
