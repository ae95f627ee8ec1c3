import Docker from 'dockerode';
import { afterAll, afterEach, expect } from 'vitest';
import { createDockerSandbox } from '../../../src/adapters/docker/docker-sandbox.ts';
import { LABELS, thisOwner } from '../../../src/adapters/docker/owner.ts';
import type { FileMap } from '../../../src/domain/course/file-map.ts';
import type { AnalysisOutcome, AnalysisRequest } from '../../../src/sandbox/analysis/analysis.ts';
import { syntaxAnalysis, type SourceFile, type SyntaxReport } from '../../../src/sandbox/analysis/syntax.ts';

const docker = new Docker();
const gradersDir = new URL('../../../graders', import.meta.url).pathname;

export const text = (content: string): Uint8Array => new TextEncoder().encode(content);

export const filesOf = (contents: Record<string, string | Uint8Array>): FileMap =>
  new Map(
    Object.entries(contents).map(([path, content]) => [
      path,
      typeof content === 'string' ? text(content) : content,
    ]),
  );

/** A sandbox for the tests of one file, after each of which no container may be left. */
export function looking(grader: string) {
  const sandbox = createDockerSandbox({ gradersDir, docker });
  afterEach(async () => {
    await sandbox.settled();
    expect(await containers()).toEqual([]);
  });
  afterAll(() => sandbox.close());

  const analyse = (
    submission: FileMap,
    more: Partial<AnalysisRequest<SyntaxReport>> = {},
  ): Promise<AnalysisOutcome<SyntaxReport>> =>
    sandbox.analyse({
      grader,
      submission,
      analysis: syntaxAnalysis,
      signal: new AbortController().signal,
      ...more,
    });
  /** What the report says of each file. */
  const look = async (contents: Record<string, string | Uint8Array>): Promise<Map<string, SourceFile>> => {
    const outcome = await analyse(filesOf(contents));
    if (outcome.kind !== 'completed') throw new Error(JSON.stringify(outcome));
    return new Map(outcome.report.files.map((file) => [file.path, file]));
  };
  return { sandbox, analyse, look };
}

export async function containers(): Promise<unknown[]> {
  return docker.listContainers({ all: true, filters: { label: [`${LABELS.owner}=${thisOwner()}`] } });
}
