import { quoted } from '../../domain/marked-text.ts';
import type { Report } from '../../domain/report.ts';
import { COMMENT_MARKER } from '../marker.ts';
import { heading, paragraph, print } from './markdown.ts';
import { phrases } from './phrases.ts';
import { prose } from './prose.ts';

/**
 * After a failure of ours, while it is tried again. The comment stays as it is.
 *
 * @param reasonCode a code of the error catalogue, such as `sandbox.no-report`, for those who look into it
 */
export function renderRetrying({ reasonCode }: { reasonCode: string }): Report {
  return {
    check: {
      status: 'in_progress',
      conclusion: null,
      title: phrases.retrying.title,
      summary: print(sentences(phrases.retrying.summary, reasonCode)),
      text: null,
      annotations: [],
    },
    comment: null,
  };
}

/** When trying again did not help. It is no decision and no attempt, and it says so. */
export function renderGivenUp({ reasonCode }: { reasonCode: string }): Report {
  const words = sentences(phrases.givenUp.summary, reasonCode);
  const { title } = phrases.givenUp;
  return {
    check: {
      status: 'completed',
      conclusion: 'cancelled',
      title,
      summary: print(words),
      text: null,
      annotations: [],
    },
    comment: `${COMMENT_MARKER}\n\n${print([heading(2, title), ...words])}`,
  };
}

const sentences = (words: readonly string[], reasonCode: string) =>
  [...words, phrases.reason(quoted(reasonCode))].map((sentence) => paragraph(...prose(sentence)));
