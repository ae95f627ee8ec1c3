import type { RootContent } from 'mdast';

/** One part of what is folded away under the first screen: a heading, and what stands below it. */
export interface Detail {
  heading: string;
  blocks: RootContent[];
}
