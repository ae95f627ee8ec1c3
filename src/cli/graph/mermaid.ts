import { type DrawnUnit, labelOf, LOOKS } from './drawn-unit.ts';

const STYLES = {
  thick: 'stroke-width:3px',
  plain: 'stroke-width:1px',
  dashed: 'stroke-dasharray:4 3',
} as const;

/**
 * The graph for Mermaid, which GitHub draws in Markdown. Ids are slugs behind a letter, since some words mean something to Mermaid; of a text,
 * what could end it is written as an entity.
 */
export function mermaidOf(units: readonly DrawnUnit[]): string {
  const boxes = units.map((each) => {
    const label = labelOf(each).map(escaped).join('<br>');
    const [open, close] = each.unit.enrichment ? ['(["', '"])'] : ['["', '"]'];
    return `  u-${each.unit.id}${open}${label}${close}${each.state === null ? '' : `:::${each.state}`}`;
  });
  const arrows = units.flatMap(({ unit }) => unit.needs.map((need) => `  u-${need} --> u-${unit.id}`));
  const classes = Object.entries(LOOKS).map(
    ([state, { fill, line, style }]) =>
      `  classDef ${state} fill:${fill},stroke:${line},color:#1f2328,${STYLES[style]}`,
  );
  const drawn = units.some(({ state }) => state !== null);
  return `${['flowchart LR', ...boxes, ...arrows, ...(drawn ? classes : [])].join('\n')}\n`;
}

function escaped(text: string): string {
  return text.replace(/[^\p{L}\p{N} ,.:!?()'/-]/gu, (character) => `#${character.codePointAt(0) ?? 0};`);
}
