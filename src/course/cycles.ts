/**
 * Finds the circles of a directed graph, each once, as the nodes on it in order. A node that leads to itself is one.
 * Depth-first: every circle holds an edge that leads back to a node of the present path.
 */
export function cyclesOf(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = [];
  const finished = new Set<string>();
  const path: string[] = [];

  const visit = (node: string): void => {
    const start = path.indexOf(node);
    if (start !== -1) {
      cycles.push(path.slice(start));
      return;
    }
    if (finished.has(node)) return;
    path.push(node);
    for (const next of edges.get(node) ?? []) if (edges.has(next)) visit(next);
    path.pop();
    finished.add(node);
  };

  for (const node of edges.keys()) visit(node);
  return cycles;
}
