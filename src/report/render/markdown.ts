import type {
  BlockContent,
  Code,
  Heading,
  Html,
  Link,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
  Strong,
} from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { visible } from '../../domain/visible-text.ts';
import { ITEM_BYTES_MOST } from './limits.ts';
import { prose } from './prose.ts';

/** Prints blocks as the Markdown that GitHub reads. All escaping happens here, and only here. */
export function print(children: RootContent[]): string {
  return toMarkdown(
    { type: 'root', children },
    {
      extensions: [gfmToMarkdown()],
      bullet: '-',
      emphasis: '_',
      fences: true,
      listItemIndent: 'one',
      resourceLink: true,
    },
  );
}

export const text = (value: string): PhrasingContent => ({ type: 'text', value });

export const strong = (children: PhrasingContent[]): Strong => ({ type: 'strong', children });

export const paragraph = (...children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });

export const heading = (depth: Heading['depth'], words: string): Heading => ({
  type: 'heading',
  depth,
  children: prose(words),
});

export const list = (children: ListItem[], { ordered = false, spread = false } = {}): List => ({
  type: 'list',
  ordered,
  spread,
  children: children.map((item) => ({ ...item, spread })),
});

export const item = (...children: BlockContent[]): ListItem => ({ type: 'listItem', children });

/** A foreign text of several lines, of which at most {@link ITEM_BYTES_MOST} bytes are kept. */
export function codeBlock(value: string): Code {
  const shown = visible(value).replace(/\n+$/, '') || '(empty)';
  const bytes = Buffer.from(shown);
  if (bytes.length <= ITEM_BYTES_MOST) return { type: 'code', lang: 'text', value: shown };
  // A cut in the middle of a character leaves a replacement character, which goes too.
  const kept = bytes
    .subarray(0, ITEM_BYTES_MOST)
    .toString()
    .replace(/\ufffd+$/, '');
  return { type: 'code', lang: 'text', value: `${kept}…` };
}

/** A link of the author's, shown with words of ours. Null unless it leads to a web page. */
export function link(url: string, words: (host: string) => string): Link | null {
  if (!URL.canParse(url)) return null;
  const { protocol, host, href } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  return { type: 'link', url: href, children: [text(words(host.replace(/^www\./, '')))] };
}

/** The only HTML that is ever printed. `summary` is a phrase of ours without a character that HTML reads. */
export function folded(summary: string, blocks: RootContent[]): RootContent[] {
  const html = (value: string): Html => ({ type: 'html', value });
  return [html(`<details>\n<summary>${summary}</summary>`), ...blocks, html('</details>')];
}
