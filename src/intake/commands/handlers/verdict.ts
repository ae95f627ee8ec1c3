import { BUSY } from '../../again.ts';
import { judgeVerdict, type VerdictDeps } from '../../take-verdict.ts';
import { type Call, done, type Handler, not, type Outcome } from '../call.ts';

const SECOND = 1_000;

/** Signs the commit off that was shown. */
export function approve(deps: VerdictDeps): Handler<'approve'> {
  return ({ why }, call) => sayVerdict('mastered', why, call, deps);
}

/** Says of the commit that was shown: not yet. */
export function requestChanges(deps: VerdictDeps): Handler<'request-changes'> {
  return ({ why }, call) => sayVerdict('not-yet', why, call, deps);
}

/** A button stands on the check of one commit. A comment is not about a commit by itself: it is about the one whose result stood there when it was written. */
async function sayVerdict(
  says: 'mastered' | 'not-yet',
  why: string | null,
  { pull, comment: { id, by, createdAt }, state, button }: Call,
  deps: VerdictDeps,
): Promise<Outcome> {
  if (state.recheck !== undefined) return not({ kind: 'refused', refusal: 'recheck' });
  const sha =
    button?.headSha ?? (await deps.signOffs.shownAt(pull.repositoryId, pull.number, createdAt + SECOND - 1));
  if (sha === null) return not({ kind: 'refused', refusal: 'not-marked-yet' });
  const kind = button === undefined ? ('comment' as const) : ('button' as const);
  const verdict = { by, says, sha, why, at: createdAt };
  const judged = await judgeVerdict(pull, state, { verdict, source: { kind, id } }, deps);
  switch (judged.what) {
    case 'refused':
      return not({ kind: 'refused', refusal: judged.refusal });
    case 'busy':
      return BUSY;
    case 'kept':
    case 'known':
      return done;
  }
}
