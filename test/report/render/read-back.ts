import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** What a reader of Markdown makes of a text, in the parts that could come alive. */
export interface ReadBack {
  links: string[];
  html: string[];
  /** Kinds of nodes other than those that a report is made of. */
  strange: string[];
  /** All text outside of code, a line for each piece. */
  prose: string[];
  code: string[];
}

const EXPECTED = new Set([
  'root',
  'heading',
  'paragraph',
  'list',
  'listItem',
  'strong',
  'text',
  'inlineCode',
  'code',
  'link',
  'html',
]);

/** Reads Markdown as GitHub does (CommonMark with GFM). */
export function readBack(markdown: string): ReadBack {
  const tree: Root = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const found: ReadBack = { links: [], html: [], strange: [], prose: [], code: [] };
  const visit = (node: Nodes): void => {
    if (!EXPECTED.has(node.type)) found.strange.push(node.type);
    if (node.type === 'link') found.links.push(node.url);
    if (node.type === 'html') found.html.push(node.value);
    if (node.type === 'text') found.prose.push(node.value);
    if (node.type === 'inlineCode' || node.type === 'code') found.code.push(node.value);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(tree);
  return found;
}

/** What GitHub makes something of in text outside of code: mentions, references, commits, emoji names, formulas. */
export const ALIVE_ON_GITHUB =
  /@[\p{L}\p{N}]|#\d|\bgh-\d|\b(?=[a-f]*\d)[0-9a-f]{7,40}\b|:[\w+-]+:|\$|:\/\/|\bwww\./iu;
