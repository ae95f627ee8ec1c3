import ts from 'typescript';
import { parse } from '../reading.ts';
import type { Random } from '../random.ts';

/** What a kind of rewriting has at hand. */
export interface Tools {
  readonly random: Random;
  /** A name that the text does not have yet. */
  readonly fresh: (hint: string) => string;
}

/** One kind of rewriting: what to put in a node's place (statements may become several), or nothing if it does not apply. */
export type Kind = (node: ts.Node, tools: Tools) => ts.Node | readonly ts.Node[] | undefined;

/**
 * The text with each place where one of the kinds applies rewritten, each with the given chance.
 * The layout is the printer's, without comments.
 */
export const restructured = (
  text: string,
  name: string,
  { kinds, share, random }: { kinds: readonly Kind[]; share: number; random: Random },
): string => {
  const source = parse(text, name);
  const taken = new Set<string>();
  const collect = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) taken.add(node.text);
    ts.forEachChild(node, collect);
  };
  collect(source);
  const fresh = (hint: string): string => {
    const free = [
      hint,
      `${hint}Value`,
      `the${hint}`,
      ...Array.from({ length: 99 }, (_, at) => `${hint}${at + 2}`),
    ].find((one) => !taken.has(one));
    if (free === undefined)
      throw new Error(`No free name like ${hint}: over a hundred are taken in ${name}.`);
    taken.add(free);
    return free;
  };
  const rewrite = (node: ts.Node): ts.Node | readonly ts.Node[] => {
    for (const kind of random.shuffled(kinds)) {
      const other = random.chance(share) ? kind(node, { random, fresh }) : undefined;
      if (other !== undefined) return other;
    }
    return node;
  };
  const { transformed } = ts.transform(source, [
    (context) => (root) => {
      const visit = (node: ts.Node): ts.VisitResult<ts.Node> =>
        rewrite(ts.visitEachChild(node, visit, context));
      return ts.visitEachChild(root, visit, context);
    },
  ]);
  const [changed = source] = transformed;
  return ts.createPrinter({ removeComments: true }).printFile(rewrite(changed) as ts.SourceFile);
};
