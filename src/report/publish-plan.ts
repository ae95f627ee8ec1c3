import type { Annotation, CheckReport } from '../domain/report.ts';
import { COMMENT_MARKER } from './marker.ts';
import { ANNOTATIONS_A_REQUEST } from './pull-request-writer.ts';
import type { CheckWrite, WrittenCheck, WrittenComment } from './pull-request-writer.ts';

/** One request that changes a comment. */
export type CommentWrite =
  | { do: 'create-comment'; body: string }
  | { do: 'update-comment'; id: number; body: string }
  | { do: 'delete-comment'; id: number };

// GitHub may give a text back with other line ends, and without blanks at its end.
const asStored = (text: string | null) => (text ?? '').replaceAll('\r\n', '\n').trimEnd();
const sameText = (a: string | null, b: string | null) => asStored(a) === asStored(b);

const keyOf = ({ path, startLine, endLine, level, title, message }: Annotation) =>
  JSON.stringify([path, startLine, endLine, level, asStored(title), asStored(message)]);

/** The wanted annotations that are not there yet. GitHub only ever adds annotations, so each may be sent once alone. */
function missingAnnotations(wanted: readonly Annotation[], there: readonly Annotation[]): Annotation[] {
  const left = new Map<string, number>();
  for (const annotation of there) left.set(keyOf(annotation), (left.get(keyOf(annotation)) ?? 0) + 1);
  return wanted.filter((annotation) => {
    const count = left.get(keyOf(annotation)) ?? 0;
    left.set(keyOf(annotation), count - 1);
    return count <= 0;
  });
}

function batches<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

function saysTheSame(check: CheckReport, written: WrittenCheck): boolean {
  return (
    check.status === written.status &&
    check.conclusion === written.conclusion &&
    sameText(check.title, written.title) &&
    sameText(check.summary, written.summary) &&
    sameText(check.text, written.text)
  );
}

/** The check run that GitHub shows where there are several of one name: the newest. */
export function shownCheck(checks: readonly WrittenCheck[]): WrittenCheck | null {
  return [...checks].sort((a, b) => b.id - a.id)[0] ?? null;
}

/**
 * The requests, in order, after which the check run says what the report says; none where it does already. Where there
 * is no check run yet, the first request creates it.
 *
 * @param there the annotations of `written`
 */
export function planCheck(
  check: CheckReport,
  written: WrittenCheck | null,
  there: readonly Annotation[],
): CheckWrite[] {
  const requests = batches(missingAnnotations(check.annotations, there), ANNOTATIONS_A_REQUEST);
  if (requests.length > 0) return requests.map((annotations) => ({ ...check, annotations }));
  return written !== null && saysTheSame(check, written) ? [] : [{ ...check, annotations: [] }];
}

/**
 * What has to be written for the pull request to have one comment of ours that says `body`: of several the oldest is
 * kept, where people have seen it and linked to it.
 *
 * @param ours comments of our App, with our marker or without
 */
export function planComment(body: string, ours: readonly WrittenComment[]): CommentWrite[] {
  const [kept, ...doubles] = ours
    .filter((comment) => comment.body.startsWith(COMMENT_MARKER))
    .sort((a, b) => a.id - b.id);
  if (kept === undefined) return [{ do: 'create-comment', body }];
  return [
    ...(sameText(kept.body, body) ? [] : [{ do: 'update-comment' as const, id: kept.id, body }]),
    ...doubles.map(({ id }) => ({ do: 'delete-comment' as const, id })),
  ];
}
