/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Hub } from '../hub.ts';
import { accountById, checkRunsOf, fullName, latestCheckRuns, repositoryById } from '../world/find.ts';
import { overall, stateOf } from './check-state.ts';
import { CheckMark, Icon } from './icons.tsx';
import { When } from './layout.tsx';

/** Every pull request, newest first, with the state of its checks. */
export function ListPage({ hub }: { hub: Hub }) {
  const pulls = [...hub.world.pulls.values()].sort((a, b) => b.createdAt - a.createdAt || b.id - a.id);
  const open = pulls.filter((pull) => pull.state === 'open').length;
  return (
    <>
      <h1>Pull requests</h1>
      <section class="list" aria-label="Pull requests">
        <header>
          <Icon name="pull" /> <strong>{open} Open</strong> <span>{pulls.length - open} Closed</span>
        </header>
        {pulls.length === 0 ? <p class="empty">There are no pull requests yet.</p> : null}
        <ul>
          {pulls.map((pull) => {
            const repository = repositoryById(hub.world, pull.repositoryId);
            const name = fullName(hub.world, repository);
            const runs = latestCheckRuns(checkRunsOf(hub.world, repository, pull.headSha));
            const all = overall(runs);
            const [first] = runs;
            return (
              <li class={pull.state === 'closed' ? 'closed' : pull.draft ? 'draft' : 'open'}>
                <Icon name="pull" />
                <div>
                  <p class="title">
                    <span class="repository">{name}</span>{' '}
                    <a href={`/${name}/pull/${pull.number}`}>{pull.title}</a>
                    {all ? <CheckMark mark={all.mark} word={all.title} /> : null}
                    {pull.draft ? <span class="badge">draft</span> : null}
                  </p>
                  <p class="about">
                    #{pull.number} opened <When at={pull.createdAt} /> by{' '}
                    {accountById(hub.world, pull.authorId).login}
                    {first ? ` • ${first.name}: ${first.title ?? stateOf(first).word}` : ''}
                  </p>
                </div>
              </li>
            );
          })}
        </ul>
      </section>
    </>
  );
}
