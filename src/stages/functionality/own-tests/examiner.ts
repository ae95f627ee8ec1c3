import type { FileMap } from '../../../domain/course/file-map.ts';
import type { OwnTestsEvidence } from '../../../domain/course/evidence.ts';
import type { OwnTestsMaterial } from '../../../domain/course/own-tests.ts';
import type { Project } from '../../../domain/course/project.ts';
import type { Sandbox, SandboxRequest } from '../../../sandbox/sandbox.ts';
import type { StageContext } from '../../stage.ts';
import { examineOwnTests, type RunExam } from './own-tests.ts';

/** Examines the own tests of any submission to a project; null where its rubric does not ask for them. */
export async function examinerOf(
  { project, stage, onHappening }: StageContext,
  request: Omit<SandboxRequest, 'submission' | 'seed'> & { seed: number },
  sandbox: Pick<Sandbox, 'run'>,
  { ownTestsOf }: { ownTestsOf?: (project: Project) => Promise<OwnTestsMaterial | null> },
): Promise<((files: FileMap) => ReturnType<typeof examineOwnTests>) | null> {
  const asked = stage.criteria
    .flatMap(({ evidence }) => evidence)
    .filter((one): one is OwnTestsEvidence => 'ownTests' in one);
  if (asked.length === 0) return null;
  const material = (await ownTestsOf?.(project)) ?? null;
  const { grader } = request;
  if (material === null)
    return () =>
      Promise.resolve({
        kind: 'broken',
        audience: 'author',
        reason: `The grader "${grader}" cannot run a learner's own tests.`,
      });
  const { kit } = material;
  const tests = new Map([...kit.exam].map(([path, bytes]) => [`hidden/${path}`, bytes]));
  const runExam: RunExam = (submission, on) => {
    onHappening?.({ what: 'own-tests', on });
    return sandbox.run({
      ...request,
      tests,
      expected: [kit.asks.there, kit.asks.pass],
      submission,
      onTest: () => undefined,
    });
  };
  return (files) => examineOwnTests(asked, files, material, { runExam, seed: request.seed });
}
