import type { ElementContent, Root, Text } from 'hast';
import { visitParents } from 'unist-util-visit-parents';

/** What can be mentioned: each gives the address of the thing, or null when there is none. */
export interface Known {
  account(login: string): string | null;
  /** A pull request of a repository; of the page's own when `repository` is null. */
  pull(repository: string | null, number: number): string | null;
  commit(sha: string): string | null;
}

/** GitHub leaves words in code and in links alone. */
const asleep = new Set(['a', 'code', 'pre', 'tt', 'style', 'script']);

const alive =
  /(?<![\w`/.@-])@(?<login>[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38})(?![\w-])|(?<![\w/&#-])(?<repository>[\w.-]+\/[\w.-]+)?#(?<number>\d+)\b|\b(?<sha>[0-9a-f]{7,40})\b/gi;

/** Turns mentions of people, references to pull requests and ids of commits into links, as GitHub does after rendering. */
export function enliven(tree: Root, known: Known): void {
  visitParents(tree, 'text', (node: Text, ancestors) => {
    if (ancestors.some((each) => each.type === 'element' && asleep.has(each.tagName))) return undefined;
    const parent = ancestors.at(-1);
    const parts = linked(node.value, known);
    if (!parent || parts.length < 2) return undefined;
    const at = (parent.children as ElementContent[]).indexOf(node);
    (parent.children as ElementContent[]).splice(at, 1, ...parts);
    return at + parts.length;
  });
}

function linked(value: string, known: Known): ElementContent[] {
  const parts: ElementContent[] = [];
  let from = 0;
  for (const match of value.matchAll(alive)) {
    const href = addressOf(match.groups ?? {}, known);
    if (href === null) continue;
    const kind = match.groups?.['login'] ? 'mention' : 'reference';
    if (match.index > from) parts.push({ type: 'text', value: value.slice(from, match.index) });
    parts.push({
      type: 'element',
      tagName: 'a',
      properties: { href, className: [kind] },
      children: [{ type: 'text', value: match[0] }],
    });
    from = match.index + match[0].length;
  }
  if (parts.length === 0) return [{ type: 'text', value }];
  return from < value.length
    ? [...parts, { type: 'text', value: value.slice(from) }]
    : [...parts, { type: 'text', value: '' }];
}

function addressOf(found: Record<string, string | undefined>, known: Known): string | null {
  if (found['login'] !== undefined) return known.account(found['login']);
  if (found['number'] !== undefined) return known.pull(found['repository'] ?? null, Number(found['number']));
  return found['sha'] === undefined ? null : known.commit(found['sha']);
}
