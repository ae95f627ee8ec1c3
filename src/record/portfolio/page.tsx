/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { html, raw } from 'hono/html';
import type { MasteryRecord, UnitRecord } from '../../mastery/record/record.ts';
import { Day } from './day.tsx';
import { Project } from './project.tsx';
import { Skills } from './skills.tsx';
import { STYLE } from './style.ts';

/** A learner's record as one page that needs nothing else: it can be kept, printed and sent. Everything in it is escaped. */
export async function portfolioPage(
  record: MasteryRecord,
  badges: ReadonlyMap<string, string>,
): Promise<string> {
  const page = await html`<!doctype html> ${(<Page record={record} badges={badges} />)}`;
  // What is escaped comes as an object of the kind String.
  return page.toString();
}

function Page({ record, badges }: { record: MasteryRecord; badges: ReadonlyMap<string, string> }) {
  const { course, learner, madeAt, units, formerProjects, skills, reviewsGiven } = record;
  const handedIn = [...units.flatMap(({ projects }) => projects), ...formerProjects];
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>{`${learner.login}: ${course}`}</title>
        <style>{raw(STYLE)}</style>
      </head>
      <body>
        <main>
          <h1>{learner.login}</h1>
          <p>
            What <code>{learner.login}</code> has shown in <strong>{course}</strong>, as it stood on{' '}
            <Day at={madeAt} />. Time plays no part in it: something is mastered when the level that was set
            before the work was begun is met, however long that took.
          </p>
          <Units units={units} />
          <Skills skills={skills} />
          <h2>Projects</h2>
          {handedIn.length === 0 ? <p>Nothing has been handed in yet.</p> : null}
          {handedIn.map((project) => (
            <Project project={project} badge={badges.get(project.slug) ?? null} />
          ))}
          {reviewsGiven.length === 0 ? null : (
            <>
              <h2>For others</h2>
              <p>
                {reviewsGiven.length === 1
                  ? 'One review of another learner’s work.'
                  : `${reviewsGiven.length} reviews of other learners’ work.`}
              </p>
            </>
          )}
        </main>
      </body>
    </html>
  );
}

const STATUS: Record<UnitRecord['status'], string> = {
  mastered: 'mastered',
  open: 'open',
  waiting: 'comes later',
};

function Units({ units }: { units: readonly UnitRecord[] }) {
  return (
    <>
      <h2>Units</h2>
      <table>
        <caption>Every unit of the course, in its order</caption>
        <thead>
          <tr>
            <th scope="col">Unit</th>
            <th scope="col">How it stands</th>
            <th scope="col">Since</th>
          </tr>
        </thead>
        <tbody>
          {units.map(({ title, enrichment, status, masteredAt }) => (
            <tr>
              <th scope="row">
                {title}
                {enrichment ? <span class="soft"> (optional)</span> : null}
              </th>
              <td class={status === 'mastered' ? 'mastered' : 'soft'}>{STATUS[status]}</td>
              <td>{masteredAt === null ? null : <Day at={masteredAt} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
