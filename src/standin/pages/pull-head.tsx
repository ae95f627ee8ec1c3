/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { overall } from './check-state.ts';
import { CheckMark, Icon } from './icons.tsx';
import { Login } from './people.tsx';
import type { PullView } from './read-pull.ts';

export type Tab = 'conversation' | 'checks' | 'files';

/** Title, state and tabs: the same on every page of a pull request. */
export function PullHead({ view, tab }: { view: PullView; tab: Tab }) {
  const { pull, name, author, commits, comments, runs, changes } = view;
  const href = `/${name}/pull/${pull.number}`;
  const fork = pull.headRepositoryId !== pull.repositoryId;
  const many = commits.length === 1 ? '1 commit' : `${commits.length} commits`;
  const all = overall(runs);
  const link = (to: Tab, address: string) => ({
    href: address,
    ...(tab === to ? { 'aria-current': 'page' as const } : {}),
  });
  return (
    <div class="pull-head">
      <h1>
        {pull.title} <span class="number">#{pull.number}</span>
      </h1>
      <p class="summary">
        <State state={pull.state} draft={pull.draft} />
        <span>
          <Login account={author} /> wants to merge {many} into <code class="branch">{pull.baseRef}</code>{' '}
          from <code class="branch">{fork ? `${view.headOwner.login}:${pull.headRef}` : pull.headRef}</code>
        </span>
      </p>
      <nav class="tabs" aria-label="Pull request">
        <a {...link('conversation', href)}>
          <Icon name="talk" /> Conversation <span class="count">{comments.length}</span>
        </a>
        <a {...link('checks', `${href}/checks`)}>
          {all ? <CheckMark mark={all.mark} word={all.title} /> : <Icon name="checks" />} Checks{' '}
          <span class="count">{runs.length}</span>
        </a>
        <a {...link('files', `${href}/files`)}>
          <Icon name="files" /> Files changed <span class="count">{changes.length}</span>
        </a>
      </nav>
    </div>
  );
}

function State({ state, draft }: { state: 'open' | 'closed'; draft: boolean }) {
  const [kind, word] =
    state === 'closed' ? ['closed', 'Closed'] : draft ? ['draft', 'Draft'] : ['open', 'Open'];
  return (
    <span class={`state state-${kind}`}>
      <Icon name="pull" /> {word}
    </span>
  );
}
