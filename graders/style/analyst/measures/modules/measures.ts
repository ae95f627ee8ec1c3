import type { Measured, MeasuredPlace } from '../../../../../src/sandbox/analysis/style.ts';
import { MOST_PARTS } from '../own-share.ts';
import { cyclesOf, wayAround } from './cycles.ts';
import { type Edge, edgesOf, type Module } from './graph.ts';

const MOST_IN_CYCLE = 5;

/**
 * How many modules of the project each module that counts imports (efferent coupling, Martin 1994), but for those that
 * import no more than they did in the starter. Types count, as whoever changes one has to look at both.
 */
export function couplings(
  modules: readonly Module[],
  starterPaths: ReadonlySet<string>,
): (MeasuredPlace & { value: number })[] {
  const paths = new Set(modules.map(({ path }) => path));
  const pathsBefore = new Set([...paths, ...starterPaths]);
  return modules.flatMap((module) => {
    if (!module.counted) return [];
    const others = edgesOf(module, module.imports, paths).filter(({ from, to }) => from !== to);
    const before = edgesOf(module, module.importsBefore, pathsBefore).filter(({ from, to }) => from !== to);
    const value = others.length + module.moreImports;
    if (value <= before.length) return [];
    const line = others.reduce((least, edge) => Math.min(least, edge.line), others[0]?.line ?? 1);
    const what = value === 1 ? '1 module' : `${value} modules`;
    return [{ file: module.path, line, column: 1, value, message: `imports ${what} of this project` }];
  });
}

/** Groups of modules that import each other at run time, but for those that the starter already had just so. */
export function importCycles(modules: readonly Module[]): Omit<Measured, 'measure'> {
  const paths = new Set(modules.map(({ path }) => path));
  const atRunTime = ({ typeOnly }: Edge): boolean => !typeOnly;
  const edges = modules.flatMap((module) => edgesOf(module, module.imports, paths)).filter(atRunTime);
  const before = modules.flatMap((module) => edgesOf(module, module.importsBefore, paths)).filter(atRunTime);
  const had = new Set(before.map(keyOf));
  const cycles = cyclesOf([...paths], edges).flatMap((group): Edge[][] => {
    const members = new Set(group);
    const inner = edges.filter(({ from, to }) => members.has(from) && members.has(to));
    const own = inner.filter((edge) => !had.has(keyOf(edge)));
    // The way through what is new is the one to be shown.
    const [first] = own.toSorted((one, other) => (one.from < other.from ? -1 : 1));
    return first === undefined ? [] : [wayThrough(first, inner)];
  });
  const places = cycles.map(placeOf).sort((one, other) => (one.file < other.file ? -1 : 1));
  return { value: cycles.length, places: places.slice(0, MOST_PARTS) };
}

function keyOf({ from, to }: Edge): string {
  return JSON.stringify([from, to]);
}

/** The shortest way that begins with this import and comes back. */
function wayThrough(first: Edge, edges: readonly Edge[]): Edge[] {
  if (first.from === first.to) return [first];
  return wayAround(
    first.from,
    edges.filter((edge) => edge.from !== first.from || edge.to === first.to),
  );
}

function placeOf(way: readonly Edge[]): MeasuredPlace {
  const [first] = way;
  const { from = '', line = 1 } = first ?? {};
  const named = way.slice(0, MOST_IN_CYCLE).map(({ to }) => `\`${to.slice(-80)}\``);
  const [next = '', ...rest] = named;
  const further = way.length > named.length ? [...rest, '...', `\`${from.slice(-80)}\``] : rest;
  const message =
    way.length === 1
      ? 'imports itself'
      : `imports ${next}, ${further.map((path) => (path === '...' ? path : `which imports ${path}`)).join(', ')}`;
  return { file: from, line, column: 1, value: null, message };
}
