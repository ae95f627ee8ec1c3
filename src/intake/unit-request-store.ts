/** A unit that is opened to a learner out of turn. */
export interface UnitRequest {
  learner: number;
  kind: 'challenge' | 'retake';
  unit: string;
  project: string;
  by: { id: number; login: string };
  /** By what it is known, so that it is taken once. */
  given: string;
}

export interface UnitRequestStore {
  /** False where it was kept before. */
  keep(request: UnitRequest): Promise<boolean>;
}
