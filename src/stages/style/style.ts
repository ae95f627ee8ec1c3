import type { FileMap } from '../../domain/course/file-map.ts';
import type { Project } from '../../domain/course/project.ts';
import { type StageFindings, withoutEvidence } from '../../domain/findings.ts';
import { STYLE_GRADER, STYLE_LIMITS, styleRequest, type StyleReport } from '../../sandbox/analysis/style.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { Stage } from '../stage.ts';
import { askedOf } from './asked.ts';
import { nothingRead, styleEvidence } from './evidence.ts';

/**
 * Is it written well? An analyst reads the submission by the rubric's rules alone, and what it finds is bound to the rubric's
 * criteria. Nothing of the submission is run, and nothing in it changes a rule.
 */
export function createStyleStage(sandbox: Pick<Sandbox, 'analyse' | 'imagesOf'>): Stage {
  return async ({ project, stage, submission, signal, onHappening }) => {
    const { rules, measures, evidence } = askedOf(stage);
    const { generated } = project.rubric;
    const outcome = await sandbox.analyse({
      ...styleRequest(submission, blameless(project), { rules, measures, duplication: null, generated }),
      signal,
      onHappening,
    });
    if (outcome.kind === 'broken') return withoutEvidence(stage.id, 'broken', outcome.reason, 'operator');
    if (outcome.kind === 'limit') {
      const status = outcome.limit === 'time' ? 'timeout' : 'error';
      return found(nothingRead(evidence, status, outcome.message, outcome.file));
    }
    const { report } = outcome;
    const [refused] = report.unknownRules;
    if (refused !== undefined) return withoutEvidence(stage.id, 'broken', refusalOf(refused), 'author');
    const unmeasured = measures.find((name) => !report.measures.some(({ measure }) => measure === name));
    if (unmeasured !== undefined)
      return withoutEvidence(stage.id, 'broken', `The analyst did not measure ${unmeasured}.`, 'operator');
    const attempts = report.attempts.length === 0 ? {} : { attempts: report.attempts };
    const images = await sandbox.imagesOf([{ role: 'analyst', grader: STYLE_GRADER, limits: STYLE_LIMITS }]);
    return { ...found(styleEvidence(evidence, report)), ...attempts, images };
  };
}

/** What every submission began with is nobody's fault, unless the task is to make it better. */
function blameless({ rubric, starter }: Project): FileMap {
  return rubric.secondPartOf === undefined ? starter : new Map();
}

function refusalOf({ rule, message }: StyleReport['unknownRules'][number]): string {
  return `The rule "${rule}" cannot be looked for: ${message}`;
}

function found(evidence: StageFindings['evidence']): StageFindings {
  // Two criteria may ask for one thing.
  const once = new Map(evidence.map((item) => [item.id, item]));
  return { id: 'style', status: 'completed', reason: null, evidence: [...once.values()] };
}
