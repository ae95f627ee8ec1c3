import type { z } from 'zod';
import type { FileMap } from '../../domain/course/file-map.ts';
import type { OnHappening } from '../trace.ts';
import type { AnalysisLimits } from './limits.ts';

/** An analysis that analysts know by its name. Its report is foreign: `report` says what shape it must have. */
export interface Analysis<Report> {
  name: string;
  report: z.ZodType<Report>;
}

/** What the sandbox is asked to look at: a submission, as data. Nothing of it is run. */
export interface AnalysisRequest<Report> {
  /** The grader's folder name, such as `node`. */
  grader: string;
  submission: FileMap;
  analysis: Analysis<Report>;
  /** What the analysis is told besides; each analysis has its own. */
  options?: object;
  /** `ANALYSIS_LIMITS` by default. */
  limits?: AnalysisLimits;
  signal: AbortSignal;
  /** Told how it goes; none of it is for learners. */
  onHappening?: OnHappening | undefined;
}

/** Which limit stopped an analysis as a whole. `crash`: its container ended before it had said what it found. */
export type AnalysisLimit = 'time' | 'memory' | 'output' | 'crash';

/**
 * `limit`: the submission is too much for the analysis; `file` is the one that was being read then, where that is
 * known, and `message` is for the learner. `broken` is never the learner's doing.
 */
export type AnalysisOutcome<Report> =
  | { kind: 'completed'; report: Report }
  | { kind: 'limit'; limit: AnalysisLimit; file: string | null; message: string }
  | { kind: 'broken'; reason: string };
