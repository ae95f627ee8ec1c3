import type { Root as HtmlRoot } from 'hast';
import { raw } from 'hast-util-raw';
import { defaultSchema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { newlineToBreak } from 'mdast-util-newline-to-break';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';
import { enliven, type Known } from './enliven.ts';

/**
 * Renders Markdown as GitHub shows it in a comment or a check: GitHub's dialect, line breaks kept, HTML through GitHub's
 * allow-list, and mentions and references alive where they would be on GitHub, so that a fault in escaping can be seen.
 * @returns HTML that is safe to put on a page.
 */
export function renderMarkdown(markdown: string, known: Known): string {
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  newlineToBreak(tree);
  const html = raw(toHast(tree, { allowDangerousHtml: true })) as HtmlRoot;
  const safe = sanitize(html, defaultSchema) as HtmlRoot;
  enliven(safe, known);
  return toHtml(safe);
}
