/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { DecisionName } from '../../domain/course/decision.ts';
import type { AttemptRecord, Found } from '../../mastery/record/record.ts';
import { Day } from './day.tsx';

export const DECISIONS: Record<DecisionName, string> = {
  mastered: 'mastered',
  'not-yet': 'not yet',
  'awaiting-review': 'awaiting review',
};

/** One attempt: what it came to, what was seen of it, and what was given to go on with. */
export function Attempt({ attempt }: { attempt: AttemptRecord }) {
  const { at, commit, pullRequest, run, decision, found, missed, reviews } = attempt;
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
      {found.length === 0 ? null : (
        <details>
          <summary>What was seen</summary>
          <p class="soft">
            Commit <code>{commit}</code>
            {run === null ? null : `, run ${run}`}
          </p>
          <ul>
            {found.map((each) => (
              <Seen found={each} />
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function Seen({ found: { title, met, evidence } }: { found: Found }) {
  const passed = evidence.filter(({ status }) => status === 'passed').length;
  return (
    <li>
      {title}: {met ? 'met' : 'not yet'}
      {evidence.length === 0 ? null : (
        <span class="soft">
          , {passed} of {evidence.length}: {evidence.map(nameOf).join('; ')}
        </span>
      )}
    </li>
  );
}

const nameOf = ({ id, status }: Found['evidence'][number]): string =>
  status === 'passed' ? id : `${id} (not yet)`;
