/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { visibleLine } from '../../domain/visible-text.ts';
import type { Group } from '../findings.ts';
import { Code } from './code.tsx';
import { COLOURS, linesAt } from './marks.ts';
import type { Source } from './source.ts';
import { percent, whereText } from './words.ts';

/** Something rare that some share, with its place in the work of each. */
export function GroupSection({ group, at, source }: { group: Group; at: number; source: Source }) {
  const { members, summary, score, rarity, places } = group;
  const id = `group-${at + 1}`;
  return (
    <section id={id} class={`f${at % COLOURS}`} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{visibleLine(summary)}</h3>
      <p>
        <strong>{members.map(visibleLine).join(', ')}</strong>{' '}
        <span class="soft">
          {percent(score)} sure, {percent(rarity)} rare elsewhere
        </span>
      </p>
      <div class="cards">
        {places.map((place) => (
          <figure>
            <figcaption>
              {visibleLine(place.member)} <span class="soft">{whereText(place)}</span>
            </figcaption>
            <Code
              lines={linesAt(source(place.member, place.file), place, at)}
              label={`${visibleLine(place.member)}, ${whereText(place)}`}
            />
          </figure>
        ))}
      </div>
    </section>
  );
}
