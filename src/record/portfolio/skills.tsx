/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { SkillRecord } from '../../mastery/record/record.ts';
import { Day } from './day.tsx';

const words = (skill: string): string => skill.replaceAll('-', ' ');

/** What was shown, and what is worth another look. */
export function Skills({ skills }: { skills: readonly SkillRecord[] }) {
  const mastered = skills.filter(({ masteredAt }) => masteredAt !== null);
  const again = mastered.filter(({ contradictions }) => contradictions.length > 0);
  return (
    <>
      <h2>Skills</h2>
      {mastered.length === 0 ? <p>None has been shown yet.</p> : null}
      <ul>
        {mastered.map(({ skill, masteredAt, shown }) => (
          <li>
            {words(skill)}
            <span class="soft">
              , since {masteredAt === null ? null : <Day at={masteredAt} />}, in{' '}
              {[...new Set(shown.map(({ project }) => project))].join(', ')}
            </span>
          </li>
        ))}
      </ul>
      {again.length === 0 ? null : (
        <details>
          <summary>Worth another look</summary>
          <p>
            These stay mastered. Later work on another project did without them, so they may be worth a talk.
          </p>
          <ul>
            {again.map(({ skill, contradictions }) => (
              <li>
                {words(skill)}
                <span class="soft">, in {contradictions.map(({ project }) => project).join(', ')}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
