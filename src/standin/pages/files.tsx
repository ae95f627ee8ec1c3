/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { FileChange } from '../git/content.ts';
import { PullHead } from './pull-head.tsx';
import type { PullView } from './read-pull.ts';

/** What the pull request changes, line by line. */
export function FilesPage({ view }: { view: PullView }) {
  return (
    <>
      <PullHead view={view} tab="files" />
      {view.changes.map((change) => (
        <section class="file" aria-label={change.path}>
          <h2>
            {change.previousPath === null ? change.path : `${change.previousPath} → ${change.path}`}
            <span class="added">+{change.additions}</span>
            <span class="deleted">−{change.deletions}</span>
          </h2>
          {change.patch === null ? (
            <p class="empty">Nothing to show line by line.</p>
          ) : (
            <Patch change={change} />
          )}
        </section>
      ))}
    </>
  );
}

const kinds: Record<string, string> = { '+': 'plus', '-': 'minus', '@': 'hunk' };

function Patch({ change }: { change: FileChange }) {
  return (
    <table class="code" aria-label={`Changes of ${change.path}`}>
      <tbody>
        {(change.patch ?? '').split('\n').map((line) => (
          <tr class={kinds[line[0] ?? ''] ?? ''}>
            <td>{line}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
