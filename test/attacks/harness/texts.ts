import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Nodes } from 'mdast';
import { visible, visibleLine } from '../../../src/domain/visible-text.ts';
import { COMMENT_MARKER } from '../../../src/report/marker.ts';
import type { Outcome } from './road.ts';

/** The word that submissions put into whatever they would like to bring to life. */
const OWNED = /owned/i;
/** The only HTML that a report has. */
const OURS = /^(?:<!-- touchstone:report -->|<details>\n<summary>[\w .,'()-]+<\/summary>|<\/details>)$/;

/** What is wrong with the texts that people read, whatever was marked. */
export function textFaults({ submission, marking, report, printed }: Outcome): string[] {
  const { check, comment } = report;
  const pages = { summary: check.summary, text: check.text ?? '', comment: comment ?? '' };
  const evidence = marking.stages.flatMap(({ criteria }) =>
    criteria.flatMap((criterion) => criterion.evidence),
  );
  return [
    ...Object.entries(pages).flatMap(([name, page]) => [
      ...(visible(page) === page ? [] : [`the ${name} has characters that cannot be seen`]),
      ...(page.length <= 65_535 ? [] : [`the ${name} has ${page.length} characters`]),
      ...aliveIn(fromMarkdown(page, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })).map(
        (what) => `the ${name} has ${what}`,
      ),
    ]),
    ...(visible(printed) === printed ? [] : ['what is printed has characters that cannot be seen']),
    ...(visibleLine(check.title) === check.title && !OWNED.test(check.title)
      ? []
      : [`the title is "${check.title}"`]),
    // Anywhere else it may stand as code, which nobody takes for the beginning.
    ...((comment ?? '').startsWith(`${COMMENT_MARKER}\n`)
      ? []
      : ['the comment does not begin with its marker']),
    ...evidence.flatMap(({ file, line }) => placeFaults(submission.files, file, line)),
    ...check.annotations.flatMap(({ path, startLine, title, message }) => [
      ...placeFaults(submission.files, path, startLine),
      ...(visible(message + title) === message + title
        ? []
        : ['an annotation has characters that cannot be seen']),
      ...(Buffer.byteLength(message) <= 64 * 1024 ? [] : ['an annotation is too long']),
    ]),
    ...(check.annotations.length <= 50 ? [] : [`there are ${check.annotations.length} annotations`]),
  ];
}

function placeFaults(
  files: Outcome['submission']['files'],
  file: string | null,
  line: number | null,
): string[] {
  if (file === null) return line === null ? [] : [`line ${line} of no file is named`];
  const bytes = files.get(file);
  if (bytes === undefined) return [`${file} is named, which is not in the submission`];
  const lines = Buffer.from(bytes).toString().split('\n').length;
  return line === null || (line >= 1 && line <= lines) ? [] : [`${file} has no line ${line}`];
}

/** What of a submission's words has a meaning in a page: as anything but code. */
function aliveIn(node: Nodes): string[] {
  if (node.type === 'code' || node.type === 'inlineCode') return [];
  if (node.type === 'html')
    return OURS.test(node.value) ? [] : [`HTML that is not ours: ${node.value.slice(0, 100)}`];
  if (node.type === 'image') return ['an image'];
  if (node.type === 'link' && OWNED.test(node.url)) return [`a link to ${node.url}`];
  if ('children' in node) return node.children.flatMap(aliveIn);
  const value = 'value' in node ? node.value : '';
  return OWNED.test(value) ? [`"${value.slice(0, 100)}" as text`] : [];
}
