/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { DecisionName } from '../../domain/course/decision.ts';
import type { AttemptRecord, ProjectRecord } from '../../mastery/record/record.ts';
import { Day } from './day.tsx';

const DECISIONS: Record<DecisionName, string> = {
  mastered: 'mastered',
  'not-yet': 'not yet',
  'awaiting-review': 'awaiting review',
};

/** One project, with the way to it. */
export function Project({ project, badge }: { project: ProjectRecord; badge: string | null }) {
  const { title, status, masteredAt, attempts, sessions } = project;
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
      </details>
    </section>
  );
}

function Attempt({ attempt }: { attempt: AttemptRecord }) {
  const { at, commit, pullRequest, decision, missed, reviews } = attempt;
  const peers = reviews.filter(({ as }) => as === 'peer').length;
  return (
    <li>
      <Day at={at} />: {DECISIONS[decision]}, <code>{pullRequest}</code> at <code>{commit.slice(0, 7)}</code>
      {peers === 0 ? null : `, reviewed by ${peers === 1 ? 'a peer' : `${peers} peers`}`}
      {missed.length === 0 ? null : (
        <ul>
          {missed.map(({ title, corrective }) => (
            <li>
              Not there yet: {title}
              {corrective === null ? null : <span class="soft"> ({corrective.text})</span>}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
