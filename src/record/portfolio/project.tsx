/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { ProjectRecord } from '../../mastery/record/record.ts';
import { Attempt, DECISIONS } from './attempt.tsx';
import { Day } from './day.tsx';

/** One project, with the way to it. */
export function Project({ project, badge }: { project: ProjectRecord; badge: string | null }) {
  const { title, status, masteredAt, attempts, sessions, rechecks, due } = project;
  const minutes = sessions.reduce((sum, session) => sum + session.minutes, 0);
  const signed = attempts.some(({ decision, signedBy }) => decision === 'mastered' && signedBy !== null);
  return (
    <section>
      <h3>{title}</h3>
      <p>
        <span class={status === 'mastered' ? 'mastered' : 'soft'}>{DECISIONS[status]}</span>
        {masteredAt === null ? null : (
          <>
            {' on '}
            <Day at={masteredAt} />
          </>
        )}
        {signed ? ', signed off by a member of staff' : null}
        {due ? ', due for another look' : null}
        {'. '}
        {badge === null ? null : (
          <>
            The badge is in <code>{badge}</code>.
          </>
        )}
      </p>
      <details>
        <summary>{attempts.length === 1 ? 'One attempt' : `${attempts.length} attempts`}</summary>
        <ol>
          {attempts.map((attempt) => (
            <Attempt attempt={attempt} />
          ))}
        </ol>
        {minutes === 0 ? null : <p>{`${minutes} minutes with staff.`}</p>}
        <Rechecks rechecks={rechecks} due={due} />
      </details>
    </section>
  );
}

const LOOKS: Record<ProjectRecord['rechecks'][number]['state'], string> = {
  planting: 'being made',
  offered: 'a bug in it is waiting to be found',
  kept: 'found and mended',
  missed: 'not found',
  shown: 'shown again by a later project',
  impossible: 'not to be made',
  void: 'came to nothing',
};

/** Looks at it some weeks later, which take nothing away. */
function Rechecks({ rechecks, due }: Pick<ProjectRecord, 'rechecks' | 'due'>) {
  if (rechecks.length === 0) return null;
  return (
    <>
      <p>Looked at again, some weeks later:</p>
      <ul>
        {rechecks.map(({ state, at }) => (
          <li>
            <Day at={at} />: {LOOKS[state]}
          </li>
        ))}
      </ul>
      {due ? <p>It is due for another look. It stays mastered, whatever comes of that.</p> : null}
    </>
  );
}
