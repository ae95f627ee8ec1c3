/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { GitCommit } from '../git/commits.ts';
import type { Account, Comment, Review } from '../world/entities.ts';
import { accountById, must } from '../world/find.ts';
import { overall, stateOf } from './check-state.ts';
import { CheckMark, Icon } from './icons.tsx';
import { When } from './layout.tsx';
import { renderMarkdown } from './markdown.ts';
import { Avatar, Login } from './people.tsx';
import { PullHead } from './pull-head.tsx';
import type { PullView } from './read-pull.ts';

/** What happened, in the order it happened, and the box of checks under it. */
export function ConversationPage({ view }: { view: PullView }) {
  const { pull } = view;
  const events = [
    ...view.commits.map((commit) => ({
      at: Date.parse(commit.committer.date),
      shown: <CommitLine view={view} commit={commit} />,
    })),
    ...view.comments.map((comment) => ({
      at: comment.createdAt,
      shown: <CommentBox view={view} comment={comment} />,
    })),
    ...view.reviews.map((review) => ({
      at: review.submittedAt,
      shown: <ReviewLine view={view} review={review} />,
    })),
  ].sort((a, b) => a.at - b.at);
  return (
    <>
      <PullHead view={view} tab="conversation" />
      <div class="columns">
        <div class="timeline">
          <Box author={view.author} at={pull.createdAt} edited={false} id="description">
            <Markdown view={view} text={pull.body ?? ''} empty="No description provided." />
          </Box>
          {events.map(({ shown }) => shown)}
          <ChecksBox view={view} />
        </div>
        <aside aria-label="About this pull request">
          <h2>Reviewers</h2>
          <p>
            {view.reviews.length === 0
              ? 'No reviews'
              : view.reviews.map((review) => (
                  <Login account={accountById(view.hub.world, review.authorId)} />
                ))}
          </p>
          <h2>Assignees</h2>
          <p>No one assigned</p>
          <h2>Labels</h2>
          <p>None yet</p>
        </aside>
      </div>
    </>
  );
}

export function Markdown({ view, text, empty }: { view: PullView; text: string; empty?: string }) {
  if (text.trim() === '') return empty === undefined ? null : <p class="empty">{empty}</p>;
  return <div class="markdown">{raw(renderMarkdown(text, view.known))}</div>;
}

function Box(props: { author: Account; at: number; edited: boolean; id: string; children: Child }) {
  return (
    <article class="said" id={props.id}>
      <Avatar account={props.author} />
      <div class="box">
        <h2>
          <Login account={props.author} /> commented <When at={props.at} />
          {props.edited ? <span class="edited"> • edited</span> : null}
        </h2>
        {props.children}
      </div>
    </article>
  );
}

function CommentBox({ view, comment }: { view: PullView; comment: Comment }) {
  const author = accountById(view.hub.world, comment.authorId);
  const edited = comment.updatedAt > comment.createdAt;
  return (
    <Box author={author} at={comment.createdAt} edited={edited} id={`issuecomment-${comment.id}`}>
      <Markdown view={view} text={comment.body} />
    </Box>
  );
}

function CommitLine({ view, commit }: { view: PullView; commit: GitCommit }) {
  const [first = ''] = commit.message.split('\n');
  return (
    <div class="event">
      <Icon name="commit" />
      <span class="message">{first}</span>
      <code class="sha" title={commit.sha}>
        {commit.sha.slice(0, 7)}
      </code>
      {commit.sha === view.pull.headSha ? <HeadMark view={view} /> : null}
    </div>
  );
}

function HeadMark({ view }: { view: PullView }) {
  const all = overall(view.runs);
  return all ? <CheckMark mark={all.mark} word={all.title} /> : null;
}

const reviewWords = {
  approved: 'approved these changes',
  changes_requested: 'requested changes',
  commented: 'reviewed',
};

function ReviewLine({ view, review }: { view: PullView; review: Review }) {
  const author = accountById(view.hub.world, review.authorId);
  return (
    <>
      <div class="event">
        <Icon name="talk" />
        <span>
          <Login account={author} /> {reviewWords[review.state]} <When at={review.submittedAt} />
        </span>
      </div>
      {review.body === null ? null : (
        <Box author={author} at={review.submittedAt} edited={false} id={`pullrequestreview-${review.id}`}>
          <Markdown view={view} text={review.body} />
        </Box>
      )}
    </>
  );
}

function ChecksBox({ view }: { view: PullView }) {
  const all = overall(view.runs);
  if (!all) return null;
  return (
    <section class={`checks-box checks-${all.mark}`} aria-label="Checks">
      <header>
        <CheckMark mark={all.mark} word={all.title} size={28} />
        <div>
          <h2>{all.title}</h2>
          <p>{all.line}</p>
        </div>
      </header>
      <ul>
        {view.runs.map((run) => {
          const app = must(view.hub.world.apps.get(run.appId), `app ${run.appId}`);
          const { mark, word } = stateOf(run);
          return (
            <li>
              <CheckMark mark={mark} word={word} />
              <Avatar account={accountById(view.hub.world, app.botId)} size={20} />
              <span class="check-name">
                <strong>{run.name}</strong>{' '}
                <span class="check-title">{run.title ? `— ${run.title}` : word}</span>
              </span>
              <a href={`/${view.name}/pull/${view.pull.number}/checks?check_run_id=${run.id}`}>Details</a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
