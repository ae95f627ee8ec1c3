import { instance, type Graph } from '@viz-js/viz';
import { type DrawnUnit, labelOf, LOOKS } from './drawn-unit.ts';

const STYLES = { thick: 'filled,bold', plain: 'filled', dashed: 'filled,dashed' } as const;
const FONT = 'Helvetica,Arial,sans-serif';

/** The graph as a picture, laid out by Graphviz. */
export async function svgOf(title: string, units: readonly DrawnUnit[]): Promise<string> {
  const viz = await instance();
  const graph: Graph = {
    graphAttributes: { rankdir: 'LR', label: title, labelloc: 't', fontname: FONT, bgcolor: 'white' },
    nodeAttributes: { shape: 'box', style: 'filled', fillcolor: 'white', fontname: FONT, margin: 0.15 },
    nodes: units.map((each) => ({ name: each.unit.id, attributes: attributesOf(each) })),
    edges: units.flatMap(({ unit }) => unit.needs.map((need) => ({ tail: need, head: unit.id }))),
  };
  return viz.renderString(graph, { format: 'svg' });
}

function attributesOf(each: DrawnUnit): Record<string, string> {
  const { state, unit } = each;
  const shape = unit.enrichment ? { shape: 'ellipse' } : {};
  const label = labelOf(each).map(asItStands).join('\n');
  if (state === null) return { label, ...shape };
  const { fill, line, style } = LOOKS[state];
  return {
    label,
    ...shape,
    fillcolor: fill,
    color: line,
    style: STYLES[style],
    tooltip: state,
  };
}

/** Graphviz reads backslashes in a label as its own signs. */
function asItStands(text: string): string {
  return text.replaceAll('\\', '\\\\');
}
