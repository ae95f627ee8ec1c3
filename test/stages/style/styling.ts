import { afterAll } from 'vitest';
import { createDockerSandbox } from '../../../src/adapters/docker/docker-sandbox.ts';
import type { FileMap } from '../../../src/domain/course/file-map.ts';
import type { Project } from '../../../src/domain/course/project.ts';
import { Rubric } from '../../../src/domain/course/rubric.ts';
import type { StageFindings } from '../../../src/domain/findings.ts';
import type { StageResult } from '../../../src/domain/results.ts';
import { assessStage } from '../../../src/domain/scoring.ts';
import { createStyleStage } from '../../../src/stages/style/style.ts';

type Contents = Record<string, string>;

export const filesOf = (contents: Contents): FileMap =>
  new Map(Object.entries(contents).map(([path, text]) => [path, new TextEncoder().encode(text)]));

/** A project whose style stage has one criterion for each list of evidence. */
export function projectOf(
  criteria: Record<string, object[]>,
  { starter = {}, ...more }: { starter?: Contents; secondPartOf?: string; generated?: string[] } = {},
): Project {
  return {
    slug: 'neat',
    dir: '/nowhere',
    rubric: Rubric.parse({
      title: 'Neat',
      summary: 'Something neat.',
      ...more,
      stages: [
        {
          id: 'style',
          threshold: 0.8,
          criteria: Object.entries(criteria).map(([id, evidence]) => ({
            id,
            title: id,
            why: 'It matters.',
            skills: ['readability'],
            evidence,
            correctives: [{ kind: 'read', text: `Read on about ${id}.` }],
          })),
        },
      ],
    }),
    brief: '',
    starter: filesOf(starter),
    publicTests: new Map(),
    hiddenTests: new Map(),
    forms: new Map(),
    dependencies: new Map(),
  };
}

/** Looks at submissions with the real analyst. */
export function styling() {
  const sandbox = createDockerSandbox({
    gradersDir: new URL('../../../graders', import.meta.url).pathname,
    // One analyst stays for all tests of a file.
    capacity: { places: 1, spares: 8 },
  });
  const stage = createStyleStage(sandbox);
  afterAll(() => sandbox.close());
  return async (
    project: Project,
    submission: Contents,
  ): Promise<{ findings: StageFindings; result: StageResult }> => {
    const [asked] = project.rubric.stages;
    if (asked === undefined) throw new Error('no stage');
    const findings = await stage({
      project,
      stage: asked,
      submission: filesOf(submission),
      publicOnly: false,
      form: null,
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    return { findings, result: assessStage(asked, findings) };
  };
}
