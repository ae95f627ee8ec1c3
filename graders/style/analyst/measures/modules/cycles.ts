import type { Edge } from './graph.ts';

/**
 * The groups of modules each of which needs all others of its group (strongly connected components, Tarjan 1972), and
 * modules that import themselves. Nothing is nested here, however long a way through the modules is.
 */
export function cyclesOf(paths: readonly string[], edges: readonly Edge[]): string[][] {
  const next = new Map<string, string[]>(paths.map((path) => [path, []]));
  for (const { from, to } of edges) next.get(from)?.push(to);
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const waiting: string[] = [];
  const isWaiting = new Set<string>();
  const groups: string[][] = [];
  const lower = (path: string, to: number): void => {
    lowest.set(path, Math.min(lowest.get(path) ?? to, to));
  };
  const enter = (path: string): void => {
    order.set(path, order.size);
    lower(path, order.size - 1);
    waiting.push(path);
    isWaiting.add(path);
  };
  for (const root of paths) {
    if (order.has(root)) continue;
    const way: { path: string; at: number }[] = [{ path: root, at: 0 }];
    enter(root);
    for (let here = way.at(-1); here !== undefined; here = way.at(-1)) {
      const { path } = here;
      const to = next.get(path)?.[here.at];
      here.at += 1;
      if (to !== undefined) {
        if (!order.has(to) && next.has(to)) {
          enter(to);
          way.push({ path: to, at: 0 });
        } else if (isWaiting.has(to)) lower(path, order.get(to) ?? 0);
        continue;
      }
      way.pop();
      const before = way.at(-1);
      if (before !== undefined) lower(before.path, lowest.get(path) ?? 0);
      if (lowest.get(path) !== order.get(path)) continue;
      const group = waiting.splice(waiting.indexOf(path));
      for (const one of group) isWaiting.delete(one);
      groups.push(group);
    }
  }
  return groups.filter(([one = '', ...more]) => more.length > 0 || (next.get(one)?.includes(one) ?? false));
}

/** A shortest way from a module back to itself; empty if there is none. */
export function wayAround(start: string, edges: readonly Edge[]): Edge[] {
  const from = new Map<string, Edge[]>();
  for (const edge of edges) {
    const known = from.get(edge.from);
    if (known === undefined) from.set(edge.from, [edge]);
    else known.push(edge);
  }
  const came = new Map<string, Edge>();
  const open = [start];
  for (const path of open) {
    for (const edge of from.get(path) ?? []) {
      if (came.has(edge.to)) continue;
      came.set(edge.to, edge);
      open.push(edge.to);
    }
    if (came.has(start)) break;
  }
  const way: Edge[] = [];
  for (let edge = came.get(start); edge !== undefined;) {
    way.unshift(edge);
    edge = edge.from === start ? undefined : came.get(edge.from);
  }
  return way;
}
