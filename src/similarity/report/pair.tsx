/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { visibleLine } from '../../domain/visible-text.ts';
import type { Fragment, Pair, Place } from '../findings.ts';
import { Code } from './code.tsx';
import { COLOURS, filesOf, linesAt, markedLines, type Side } from './marks.ts';
import type { Source } from './source.ts';
import { percent, whereText } from './words.ts';

/** Two submissions: what they share side by side, and their files as a whole to unfold. */
export function PairSection({
  pair,
  at,
  of,
  source,
}: {
  pair: Pair;
  /** From 0, of so many. */
  at: number;
  of: number;
  source: Source;
}) {
  const { a, b, score, fragments } = pair;
  const id = `pair-${at + 1}`;
  return (
    <section id={id} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>
        {visibleLine(a)} and {visibleLine(b)} <span class="soft">{percent(score)} alike</span>
      </h3>
      <nav aria-label={`Around pair ${at + 1}`} class="around">
        {at > 0 ? <a href={`#pair-${at}`}>Previous pair</a> : null}
        {at + 1 < of ? <a href={`#pair-${at + 2}`}>Next pair</a> : null}
        <a href="#pairs">All pairs</a>
      </nav>
      {fragments.length === 0 ? (
        <p class="soft">What they share is spread thinly: no part of it is long enough to show.</p>
      ) : (
        <>
          {fragments.map((fragment, number) => (
            <FragmentRow fragment={fragment} number={number} id={id} pair={pair} source={source} />
          ))}
          <details>
            <summary>The whole files</summary>
            <div class="sides">
              <WholeFiles pair={pair} side="a" id={id} source={source} />
              <WholeFiles pair={pair} side="b" id={id} source={source} />
            </div>
          </details>
        </>
      )}
    </section>
  );
}

function FragmentRow({
  fragment,
  number,
  id,
  pair,
  source,
}: {
  fragment: Fragment;
  number: number;
  id: string;
  pair: Pair;
  source: Source;
}) {
  return (
    <div class={`row f${number % COLOURS}`} id={`${id}-fragment-${number + 1}`}>
      <h4>
        <span class="badge">{number + 1}</span> {whereText(fragment.a)} and {whereText(fragment.b)}
      </h4>
      <div class="sides">
        <Excerpt
          place={fragment.a}
          who={pair.a}
          number={number}
          source={source}
          whole={`${id}-a-${number + 1}`}
        />
        <Excerpt
          place={fragment.b}
          who={pair.b}
          number={number}
          source={source}
          whole={`${id}-b-${number + 1}`}
        />
      </div>
    </div>
  );
}

function Excerpt({
  place,
  who,
  number,
  source,
  whole,
}: {
  place: Place;
  who: string;
  number: number;
  source: Source;
  /** The anchor of the same place in the whole file. */
  whole: string;
}) {
  const title = `${visibleLine(who)}, ${whereText(place)}`;
  return (
    <figure>
      <figcaption>
        {visibleLine(who)}{' '}
        <a href={`#${whole}`} aria-label={`${title}, in the whole file`}>
          {whereText(place)}
        </a>
      </figcaption>
      <Code lines={linesAt(source(who, place.file), place, number)} label={title} />
    </figure>
  );
}

function WholeFiles({ pair, side, id, source }: { pair: Pair; side: Side; id: string; source: Source }) {
  const other = side === 'a' ? 'b' : 'a';
  const who = pair[side];
  return (
    <div>
      {filesOf(pair.fragments, side).map((file) => (
        <figure>
          <figcaption>
            {visibleLine(who)} <span class="soft">{visibleLine(file)}</span>
          </figcaption>
          <Code
            lines={markedLines(source(who, file), file, pair.fragments, side)}
            label={`${visibleLine(who)}, ${visibleLine(file)}`}
            link={(fragment) => ({
              id: `${id}-${side}-${fragment + 1}`,
              href: `#${id}-${other}-${fragment + 1}`,
              title: `Part ${fragment + 1} in the work of ${visibleLine(pair[other])}`,
            })}
          />
        </figure>
      ))}
    </div>
  );
}
