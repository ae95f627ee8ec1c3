import { quoted } from '../../domain/marked-text.ts';
import type { ErrorReport } from '../../domain/errors/touchstone-error.ts';
import type { Report } from '../../domain/report.ts';
import { COMMENT_MARKER } from '../marker.ts';
import { codeBlock, heading, paragraph, print } from './markdown.ts';
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

/**
 * When a submission cannot be read because of what is in it (too large, too many files): no decision and no attempt.
 *
 * @param error of the audience `learner`; its message may name files of the submission, so it is shown as code
 */
export function renderRefused({ error }: { error: ErrorReport }): Report {
  const { title, summary } = error.code === 'submission.form' ? phrases.otherForm : phrases.refused;
  const words = [paragraph(...prose(summary)), codeBlock(error.message), paragraph(...prose(error.fix))];
  return {
    check: {
      status: 'completed',
      conclusion: 'action_required',
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
