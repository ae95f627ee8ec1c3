import { z } from 'zod';
import type { Need } from '../access/tokens.ts';
import { created, forbidden, notFound, ok, unprocessable } from '../api/reply.ts';
import { emitComment } from '../hooks/pull-events.ts';
import { commentShape, reactionShape } from '../shapes/comment.ts';
import type { Comment, PullRequest, Repository } from '../world/entities.ts';
import { accountById, commentsOn, must, pullByNumber } from '../world/find.ts';
import { addComment, editComment, removeComment } from '../people/conversation.ts';
import { callingInstallation, number, repositoryOf, text, type Call, type Handler } from './call.ts';
import { pullOf } from './repositories.ts';
import { paged } from './paging.ts';

const read: Need = { names: ['issues', 'pull_requests'], level: 'read' };
const write: Need = { names: ['issues', 'pull_requests'], level: 'write' };

const ReactionBody = z.object({
  content: z.enum(['+1', '-1', 'laugh', 'confused', 'heart', 'hooray', 'rocket', 'eyes']),
});
const CommentBody = z.object({ body: z.string() });
/** GitHub's limit, in characters. */
const longest = 65_536;

function bodyOf(call: Call): string {
  const { body } = CommentBody.parse(call.body);
  const refuse = (message: string) =>
    unprocessable('Validation Failed', [
      { resource: 'IssueComment', code: 'unprocessable', field: 'data', message },
    ]);
  if (body.trim() === '') throw refuse('Body cannot be blank');
  if (Array.from(body).length > longest) throw refuse(`Body is too long (maximum is ${longest} characters)`);
  return body;
}

function commentOf(call: Call, repository: Repository): Comment {
  const found = call.hub.world.comments.get(number(call, 'comment_id'));
  if (found?.repositoryId !== repository.id) throw notFound();
  return found;
}

function pullOfComment(call: Call, repository: Repository, comment: Comment): PullRequest {
  return must(pullByNumber(call.hub.world, repository, comment.number), `pull request ${comment.number}`);
}

// With write access an App may change any comment on GitHub; touching a person's words is a fault of ours all the same.
function ownComment(call: Call, repository: Repository): Comment {
  const comment = commentOf(call, repository);
  if (comment.appId !== callingInstallation(call).app.id) throw forbidden();
  return comment;
}

/** The conversation of a pull request. */
export const commentCalls = {
  'issues/list-comments': (call) => {
    const repository = repositoryOf(call, read);
    const pull = pullOf(call, repository, 'issue_number');
    const since = Date.parse(text(call, 'since') || '1970-01-01T00:00:00Z');
    const comments = commentsOn(call.hub.world, pull).filter((comment) => comment.updatedAt >= since);
    return paged(call, comments, (comment) => commentShape(call.hub, comment));
  },
  'issues/get-comment': (call) => ok(commentShape(call.hub, commentOf(call, repositoryOf(call, read)))),
  'issues/create-comment': (call) => {
    const repository = repositoryOf(call, write);
    const pull = pullOf(call, repository, 'issue_number');
    if (pull.locked) throw forbidden('Unable to create comment because issue is locked.');
    const { app } = callingInstallation(call);
    const author = accountById(call.hub.world, app.botId);
    const comment = addComment(call.hub, pull, author, app.id, bodyOf(call));
    emitComment(call.hub, 'created', comment, pull, author);
    return created(commentShape(call.hub, comment));
  },
  'issues/update-comment': (call) => {
    const repository = repositoryOf(call, write);
    const comment = ownComment(call, repository);
    const before = comment.body;
    const author = accountById(call.hub.world, comment.authorId);
    const pull = pullOfComment(call, repository, comment);
    editComment(call.hub, comment, { pull, by: author, body: bodyOf(call) });
    emitComment(call.hub, 'edited', comment, pull, author, before);
    return ok(commentShape(call.hub, comment));
  },
  'reactions/create-for-issue-comment': (call) => {
    const repository = repositoryOf(call, write);
    const comment = commentOf(call, repository);
    const { content } = ReactionBody.parse(call.body);
    const { app } = callingInstallation(call);
    const before = comment.reactions.find((each) => each.accountId === app.botId && each.content === content);
    if (before !== undefined) return ok(reactionShape(call.hub, before));
    const { world } = call.hub;
    const reaction = { id: world.nextId(), accountId: app.botId, content, createdAt: world.clock.now() };
    comment.reactions.push(reaction);
    return created(reactionShape(call.hub, reaction));
  },
  'issues/delete-comment': (call) => {
    const repository = repositoryOf(call, write);
    const comment = ownComment(call, repository);
    const author = accountById(call.hub.world, comment.authorId);
    const pull = pullOfComment(call, repository, comment);
    removeComment(call.hub, comment);
    emitComment(call.hub, 'deleted', comment, pull, author);
    return { status: 204 };
  },
} satisfies Record<string, Handler>;
