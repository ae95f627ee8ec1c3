import type { AskedEvidence, MeasureName } from '../../domain/course/evidence.ts';
import type { RubricStage } from '../../domain/course/stage.ts';
import type { AskedRule } from '../../sandbox/analysis/style.ts';

/** Everything that a stage's criteria ask for, each thing once. */
export interface AskedStyle {
  rules: AskedRule[];
  measures: MeasureName[];
  /** All of it, with how much of each is taken. */
  evidence: AskedEvidence[];
}

/** What the analyst has to look for. A rule that two criteria ask for is looked for with the options of the first. */
export function askedOf({ criteria }: Pick<RubricStage, 'criteria'>): AskedStyle {
  const evidence = criteria.flatMap((criterion) => criterion.evidence);
  const rules = new Map<string, AskedRule>();
  const measures = new Set<MeasureName>();
  for (const asked of evidence) {
    if ('rule' in asked && !rules.has(asked.rule))
      rules.set(asked.rule, { rule: asked.rule, options: asked.options ?? [] });
    if ('measure' in asked) measures.add(asked.measure);
  }
  return { rules: [...rules.values()], measures: [...measures], evidence };
}
