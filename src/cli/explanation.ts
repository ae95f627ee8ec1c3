import type { Clock } from '../domain/clock.ts';
import type { StageId } from '../domain/course/stage.ts';
import type { StageHappening } from '../stages/stage.ts';

/** How a marking went: what happened in each stage, with the milliseconds since the beginning. */
export type Explanation = ({ stage: StageId; atMs: number } & StageHappening)[];

/** Writes down what happens, for `--explain`. */
export function explainer(clock: Clock): {
  explanation: Explanation;
  onHappening: (stage: StageId, happening: StageHappening) => void;
} {
  const begun = clock.now();
  const explanation: Explanation = [];
  return {
    explanation,
    onHappening: (stage, happening) => {
      explanation.push({ stage, atMs: clock.now() - begun, ...happening });
    },
  };
}
