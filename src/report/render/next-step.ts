import type { Paragraph } from 'mdast';
import type { Feedback } from '../../domain/results.ts';
import { link, paragraph, strong, text } from './markdown.ts';
import { phrases } from './phrases.ts';
import { prose } from './prose.ts';

/** What to read or do next, with a link where the author gave one that leads to a web page. */
export function nextStep(
  { next, read }: Feedback,
  { most = Infinity, links = true }: { most?: number; links?: boolean } = {},
): Paragraph {
  const reading = links && read !== null ? link(read, phrases.readOn) : null;
  return paragraph(
    strong([text(phrases.next)]),
    text(' '),
    ...prose(next, most),
    ...(reading === null ? [] : [text(' '), reading]),
  );
}
