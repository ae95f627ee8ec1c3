import { usageError } from '../domain/errors/usage.ts';
import { standingsOf } from '../mastery/graph/standing.ts';
import type { Unit } from '../domain/course/course-file.ts';
import type { KnownLearner } from '../record/learner-store.ts';
import { exit } from './exit.ts';
import type { DrawnUnit } from './graph/drawn-unit.ts';
import { mermaidOf } from './graph/mermaid.ts';
import { tableOf } from './graph/table.ts';
import type { Parts } from './parts.ts';
import type { Terminal } from './terminal.ts';

export interface CourseGraphOptions {
  course: string;
  format: 'text' | 'json' | 'mermaid' | 'svg';
  /** A login; without it the course itself is drawn. */
  learner?: string;
}

/** `touchstone course graph`: which unit comes after which, for the whole course or as it stands for one learner. */
export async function courseGraphCommand(
  { course: dir, format, learner: login }: CourseGraphOptions,
  parts: Pick<Parts, 'readCourse' | 'learner'>,
  terminal: Terminal,
): Promise<number> {
  const { title, units } = await parts.readCourse(dir);
  const learner = login === undefined ? null : await parts.learner(login);
  if (login !== undefined && learner === null) throw usageError('usage.unknown-learner', { login });
  const drawn = drawnUnits(units, learner);
  const heading = learner === null ? title : `${title}, for ${learner.login}`;
  terminal.out(await drawing(format, { heading, learner, drawn }, terminal));
  return exit.done;
}

function drawnUnits(units: readonly Unit[], learner: Awaited<ReturnType<Parts['learner']>>): DrawnUnit[] {
  if (learner === null) return units.map((unit) => ({ unit, state: null, waitsFor: [] }));
  return standingsOf(units, learner.progress, learner.challenged).map(({ unit, state, needs }) => ({
    unit,
    state,
    waitsFor: needs,
    due: state === 'mastered' && learner.due.some(({ project }) => unit.projects.includes(project)),
  }));
}

async function drawing(
  format: CourseGraphOptions['format'],
  { heading, learner, drawn }: { heading: string; learner: KnownLearner | null; drawn: DrawnUnit[] },
  terminal: Terminal,
): Promise<string> {
  switch (format) {
    case 'json':
      return `${JSON.stringify(documentOf(learner, drawn), null, 2)}\n`;
    case 'mermaid':
      return mermaidOf(drawn);
    case 'svg': {
      // Graphviz takes a while to load, and only this needs it.
      const { svgOf } = await import('./graph/svg.ts');
      return svgOf(heading, drawn);
    }
    case 'text':
      return `${heading}\n\n${tableOf(drawn, terminal)}`;
  }
}

function documentOf(learner: KnownLearner | null, drawn: readonly DrawnUnit[]) {
  return {
    learner: learner === null ? null : { id: learner.id, login: learner.login },
    units: drawn.map(
      ({ unit: { id, title, needs, enrichment, effortHours, projects }, state, waitsFor, due }) => ({
        id,
        title,
        needs,
        enrichment,
        effortHours,
        projects,
        state,
        waitsFor,
        ...(learner !== null && { due: due === true }),
      }),
    ),
  };
}
