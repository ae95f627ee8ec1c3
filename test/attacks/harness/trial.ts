import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Project } from '../../../src/domain/course/project.ts';
import { readFolder } from '../../../src/intake/files/folder.ts';
import { layBait } from './bait.ts';
import type { Case } from './case.ts';
import { type Fault, faultsOf, wrongsOf } from './faults.ts';
import { handIn } from './hand-in.ts';
import { openRoad } from './road.ts';
import { type Idle, idleOf, leftOver, NOTHING } from './traces.ts';

/** Honest submissions get this many times the rubric's times: the machine has others to serve as well. */
const PATIENCE = 8;

/** One case after another on one road, and a look at the machine after each. */
export interface Trial {
  /** Hands a case in, and resolves to everything that is wrong with what came of it. */
  take(attack: Case): Promise<Fault[]>;
  /** Ends the sandbox, and resolves to what is left of it. */
  close(): Promise<Fault[]>;
}

/**
 * Opens a road in this process, which must have no other sandbox. Its temporary folder is one of its own, so that whatever
 * is left in it was left by the cases.
 */
export async function openTrial(options: { runtime?: string | undefined } = {}): Promise<Trial> {
  const before = process.env['TMPDIR'];
  const folder = mkdtempSync(join(tmpdir(), 'attacks-'));
  process.env['TMPDIR'] = folder;
  const bait = await layBait();
  const road = await openRoad(options);
  const projectOf = (slug: string): Project => {
    const project = road.course.projects.get(slug);
    if (project === undefined) throw new Error(`there is no project ${slug}`);
    return project;
  };
  const honest = async (project: Project): Promise<Fault[]> => {
    const solution = await readFolder(join(project.dir, 'solutions/first'));
    const wrongs = wrongsOf({ misses: [] }, project, await road.take(project, solution, PATIENCE));
    return wrongs.map(({ kind, what }) => ({ kind, what: `the next honest submission: ${what}` }));
  };
  const left = async (idle: Idle): Promise<Fault[]> => [
    ...(await leftOver(road.docker, idle)).map((what): Fault => ({ kind: 'left over', what })),
    ...readdirSync(folder).map((name): Fault => ({
      kind: 'left over',
      what: `${name} is left in the folder for temporary files`,
    })),
  ];
  let idle = NOTHING;
  const known = new Set<string>();
  /** The first marking of a project builds images and fills whatever is kept warm. */
  const getToKnow = async (project: Project): Promise<Fault[]> => {
    const wrongs = await honest(project);
    const now = await idleOf(road.docker);
    idle = {
      containers: Math.max(idle.containers, now.containers),
      runnerProcesses: Math.max(idle.runnerProcesses, now.runnerProcesses),
    };
    known.add(project.slug);
    return wrongs;
  };

  return {
    async take(attack) {
      const project = projectOf(attack.project);
      const submission = await handIn(attack);
      if (!known.has(attack.project)) {
        const wrongs = await getToKnow(project);
        if (wrongs.length > 0) return wrongs;
      }
      bait.visits.length = 0;
      const isHonest = attack.aim === 'honest';
      const patience = isHonest || attack.unhurried ? PATIENCE : 1;
      const outcome = await road.take(project, submission, patience);
      const found = isHonest ? wrongsOf(attack, project, outcome) : faultsOf(attack, project, outcome, bait);
      return [...found, ...(isHonest ? [] : await honest(project)), ...(await left(idle))];
    },
    async close() {
      await road.close();
      await bait.remove();
      const found = await left(NOTHING);
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
      rmSync(folder, { recursive: true, force: true });
      return found;
    },
  };
}
