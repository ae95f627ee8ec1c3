import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

/** What somebody wrote in a review, without what is code or not theirs. */
export interface ReviewWords {
  /** Sentences, and parts of sentences that stand by themselves; code in them is `code`. */
  sentences: string[];
  /** How many blocks of code are suggested instead of the learner's, with GitHub's `suggestion`. */
  suggestions: number;
}

/** Reads the words of a text in Markdown. Quotations are somebody else's, and code is no reason. */
export function wordsOfReview(text: string): ReviewWords {
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const words: ReviewWords = { sentences: [], suggestions: 0 };
  gather(tree, words);
  return words;
}

function gather(node: Nodes, words: ReviewWords): void {
  if (node.type === 'code') {
    if (node.lang === 'suggestion') words.suggestions += 1;
    return;
  }
  if (node.type === 'blockquote' || node.type === 'html') return;
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    words.sentences.push(...sentencesOf(plainOf(node)));
    return;
  }
  if ('children' in node)
    node.children.forEach((child) => {
      gather(child, words);
    });
}

function plainOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'inlineCode') return 'code';
  if (node.type === 'break') return '\n';
  return 'children' in node ? node.children.map(plainOf).join('') : '';
}

/** 'LGTM, but rename it' says two things. The mark at the end of a question stays with it. */
function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=\?)|[.!;:\n]+(?=\s|$)|\n+|,?\s+but\s+|\s+[-–—]+\s+/i)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
