/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { CheckAnnotation, CheckRun } from '../world/entities.ts';
import { must } from '../world/find.ts';
import { stateOf } from './check-state.ts';
import { Markdown } from './conversation.tsx';
import { CheckMark } from './icons.tsx';
import { When } from './layout.tsx';
import { PullHead } from './pull-head.tsx';
import type { PullView } from './read-pull.ts';

/** Lines of a file around an annotation; null when the file cannot be shown. */
export type CodeAt = ReadonlyMap<CheckAnnotation, { number: number; text: string }[] | null>;

/** One check in full: its title, summary and text, and its annotations beside the lines that they speak of. */
export function ChecksPage({ view, run, code }: { view: PullView; run: CheckRun | null; code: CodeAt }) {
  const href = `/${view.name}/pull/${view.pull.number}/checks`;
  return (
    <>
      <PullHead view={view} tab="checks" />
      {run === null ? (
        <p class="empty">There are no checks on this commit yet.</p>
      ) : (
        <div class="check-columns">
          <nav aria-label="Checks">
            <ul>
              {view.runs.map((each) => (
                <li>
                  <a
                    href={`${href}?check_run_id=${each.id}`}
                    {...(each.id === run.id ? { 'aria-current': 'page' } : {})}
                  >
                    <CheckMark {...stateOf(each)} /> {each.name}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <CheckInFull view={view} run={run} code={code} />
        </div>
      )}
    </>
  );
}

function CheckInFull({ view, run, code }: { view: PullView; run: CheckRun; code: CodeAt }) {
  const app = must(view.hub.world.apps.get(run.appId), `app ${run.appId}`);
  const { mark, word } = stateOf(run);
  return (
    <section class="check" aria-label={run.name}>
      <header>
        <h2>
          <CheckMark mark={mark} word={word} size={20} /> {app.name} / {run.name}
        </h2>
        <p>
          {word}
          {run.completedAt === null ? null : (
            <>
              {' '}
              <When at={run.completedAt} />
            </>
          )}{' '}
          on <code class="sha">{run.headSha.slice(0, 7)}</code>
        </p>
        {run.status === 'completed' ? (
          <div class="buttons">
            <Button view={view} to={`/${view.name}/runs/${run.id}/rerun`} label="Re-run" />
            {run.actions.map((action) => (
              <Button
                view={view}
                to={`/${view.name}/runs/${run.id}/actions/${encodeURIComponent(action.identifier)}`}
                label={action.label}
                title={action.description}
              />
            ))}
          </div>
        ) : null}
      </header>
      {run.title === null ? null : <h3 class="check-headline">{run.title}</h3>}
      <Markdown view={view} text={run.summary ?? ''} />
      {run.text === null || run.text === '' ? null : (
        <>
          <h3 class="part">Details</h3>
          <Markdown view={view} text={run.text} />
        </>
      )}
      {run.annotations.length === 0 ? null : (
        <>
          <h3 class="part">Annotations</h3>
          {run.annotations.map((annotation) => (
            <Annotation annotation={annotation} lines={code.get(annotation) ?? null} />
          ))}
        </>
      )}
    </section>
  );
}

// On these pages it is the pull request's author who presses the buttons.
function Button({ view, to, label, title }: { view: PullView; to: string; label: string; title?: string }) {
  return (
    <form method="post" action={to}>
      <input type="hidden" name="pull" value={String(view.pull.number)} />
      <button type="submit" {...(title === undefined ? {} : { title })}>
        {label}
      </button>
    </form>
  );
}

const levels = { notice: 'Notice', warning: 'Warning', failure: 'Failure' };

function Annotation({
  annotation,
  lines,
}: {
  annotation: CheckAnnotation;
  lines: { number: number; text: string }[] | null;
}) {
  const { path, start_line: start, end_line: end, annotation_level: level } = annotation;
  return (
    <article class={`annotation annotation-${level}`}>
      <h4>
        {path}
        <span class="where">{start === end ? ` line ${start}` : ` lines ${start} to ${end}`}</span>
      </h4>
      {lines === null ? null : (
        <table class="code" aria-label={`Lines of ${path}`}>
          <tbody>
            {lines.map((line) => (
              <tr class={line.number >= start && line.number <= end ? 'meant' : ''}>
                <td class="line">{line.number}</td>
                <td>{line.text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div class="remark">
        <p class="level">{annotation.title ?? levels[level]}</p>
        <pre>{annotation.message}</pre>
        {annotation.raw_details === null ? null : (
          <details>
            <summary>Raw output</summary>
            <pre>{annotation.raw_details}</pre>
          </details>
        )}
      </div>
    </article>
  );
}
