import type { ListItem, RootContent } from 'mdast';
import { quoted } from '../../domain/marked-text.ts';
import type { Report } from '../../domain/report.ts';
import { COMMENT_MARKER } from '../marker.ts';
import { heading, item, list, paragraph, print, strong } from './markdown.ts';
import { nextStep } from './next-step.ts';
import type { Outcome, Subject } from './outcome.ts';
import { phrases } from './phrases.ts';
import { prose } from './prose.ts';

/** As long as the first screen lets the longest of its texts be. */
const TEXT_MOST = 320;

/** What everybody may see where a repository is public: the decision and the next steps, and nothing of what was found. */
export function renderSummary(subject: Subject, outcome: Outcome): Report {
  const screen = blocks(subject, outcome);
  return {
    check: {
      status: 'completed',
      conclusion: outcome.conclusion,
      title: outcome.title,
      summary: print(screen.slice(1)),
      text: null,
      annotations: [],
    },
    comment: [COMMENT_MARKER, print(screen)].join('\n\n'),
  };
}

function blocks({ marking, headSha }: Subject, { heading: title, lead }: Outcome): RootContent[] {
  const steps = marking.untouchedStarter ? [] : marking.feedback;
  const items = steps.map((step): ListItem =>
    item(paragraph(strong(prose(step.title, TEXT_MOST))), nextStep(step, { most: TEXT_MOST })),
  );
  return [
    heading(2, title),
    ...lead.map((words) => paragraph(...prose(words, TEXT_MOST))),
    ...(items.length === 0
      ? []
      : [
          heading(3, items.length === 1 ? phrases.nextSteps.one : phrases.nextSteps.many),
          list(items, { ordered: true, spread: true }),
        ]),
    paragraph(...prose(`${phrases.isPublic} ${phrases.commit(quoted(headSha.slice(0, 7)))}`)),
  ];
}
