import type { Heading, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';

/** A heading of a description, and whether anything is written below it. */
export interface Section {
  heading: string;
  isEmpty: boolean;
}

/** The sections of a description. Comments of a template that was not filled in are nothing. */
export function sectionsOf(description: string): Section[] {
  const { children }: Root = fromMarkdown(description, {
    extensions: [gfm()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  return children.flatMap((node, at) => {
    if (node.type !== 'heading') return [];
    const after = children.slice(at + 1);
    const end = after.findIndex((each) => endsSection(each, node));
    const content = after.slice(0, end === -1 ? after.length : end);
    return [{ heading: toString(node).trim(), isEmpty: content.every(saysNothing) }];
  });
}

function endsSection(node: RootContent, { depth }: Heading): boolean {
  return node.type === 'heading' && node.depth <= depth;
}

function saysNothing(node: RootContent): boolean {
  if (node.type === 'html') return node.value.replaceAll(/<!--[^]*?-->/g, '').trim() === '';
  if (node.type === 'heading' || node.type === 'thematicBreak') return true;
  return node.type !== 'code' && toString(node).trim() === '' && !hasPicture(node);
}

function hasPicture(node: RootContent): boolean {
  return node.type === 'image' || ('children' in node && (node.children as RootContent[]).some(hasPicture));
}
