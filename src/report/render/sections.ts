import type { ListItem, RootContent } from 'mdast';
import { list, print } from './markdown.ts';

/** Blocks with a list below them, of which items can be left out, whole ones only. */
export interface Section {
  head: RootContent[];
  items: ListItem[];
}

// Blank lines and the list's own indentation beside an item that was measured alone.
const AROUND = 4;

/**
 * Draws sections until `room` characters are used up; items that do not fit are counted and left out whole, so that
 * no code block is ever cut open.
 */
export function drawSections(
  sections: readonly Section[],
  room: number,
): { blocks: RootContent[]; leftOut: number } {
  let left = room;
  let leftOut = 0;
  const blocks: RootContent[] = [];
  for (const { head, items } of sections) {
    left -= print(head).length + AROUND;
    const shown: ListItem[] = [];
    for (const item of items) {
      const size = print([list([item])]).length + AROUND;
      if (left < size) break;
      left -= size;
      shown.push(item);
    }
    leftOut += items.length - shown.length;
    if (left > 0) blocks.push(...head, ...(shown.length === 0 ? [] : [list(shown)]));
  }
  return { blocks, leftOut };
}
