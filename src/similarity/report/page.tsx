/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { html, raw } from 'hono/html';
import { visibleLine } from '../../domain/visible-text.ts';
import type { Findings, Pair } from '../findings.ts';
import { GroupSection } from './group.tsx';
import { PairSection } from './pair.tsx';
import type { Source } from './source.ts';
import { STYLE } from './style.ts';
import { percent } from './words.ts';

export interface Reported {
  /** What was compared, in a few words. */
  title: string;
  /** How many submissions that were. */
  submissions: number;
  findings: Findings;
  /** Pairs that are shown in full, the most alike first. */
  shown: readonly Pair[];
  /** What was not read as it should be, one sentence each. */
  remarks: readonly string[];
  source: Source;
}

/** What was found, as one page that needs nothing else: no server, no script, no other file. Everything in it is escaped. */
export async function similarityPage(reported: Reported): Promise<string> {
  const page = await html`<!doctype html> ${(<Page {...reported} />)}`;
  // What is escaped comes as an object of the kind String.
  return page.toString();
}

function Page({ title, submissions, findings: { pairs, groups, cut }, shown, remarks, source }: Reported) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
        />
        <meta name="referrer" content="no-referrer" />
        <title>{`What is alike: ${visibleLine(title)}`}</title>
        <style>{raw(STYLE)}</style>
      </head>
      <body>
        <a class="skip" href="#pairs">
          To the pairs
        </a>
        <main>
          <h1>What is alike</h1>
          <p>
            <code>{visibleLine(title)}</code>: {submissions} submissions, each compared with each. Of{' '}
            {pairs.length} pairs that share something, {pairs.filter(({ score }) => score >= cut).length}{' '}
            share {percent(cut)} or more of what not everybody has.
          </p>
          <p class="note">
            What is alike can have many reasons: the same lesson, the same source, work side by side. This
            page shows what, and cannot show why. It is worth a talk; no decision looks at it. It is for staff
            alone.
          </p>
          {groups.length === 0 ? null : (
            <>
              <h2 id="groups">What some share and few others have</h2>
              {groups.map((group, at) => (
                <GroupSection group={group} at={at} source={source} />
              ))}
            </>
          )}
          <h2 id="pairs">Pairs</h2>
          {shown.length === 0 ? (
            <p>No two submissions are so much alike that it is worth a talk.</p>
          ) : (
            <PairsTable shown={shown} />
          )}
          {shown.map((pair, at) => (
            <PairSection pair={pair} at={at} of={shown.length} source={source} />
          ))}
          {remarks.length === 0 ? null : (
            <>
              <h2>What was not read as it should be</h2>
              <ul>
                {remarks.map((remark) => (
                  <li>{visibleLine(remark)}</li>
                ))}
              </ul>
            </>
          )}
        </main>
      </body>
    </html>
  );
}

function PairsTable({ shown }: { shown: readonly Pair[] }) {
  return (
    <table>
      <caption>The most alike first</caption>
      <thead>
        <tr>
          <th scope="col">Submissions</th>
          <th scope="col">Alike</th>
          <th scope="col">Parts</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ a, b, score, fragments }, at) => (
          <tr>
            <th scope="row">
              <a href={`#pair-${at + 1}`}>
                {visibleLine(a)} and {visibleLine(b)}
              </a>
            </th>
            <td>
              <progress max="1" value={score.toFixed(2)} aria-hidden="true" /> {percent(score)}
            </td>
            <td>{fragments.length}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
