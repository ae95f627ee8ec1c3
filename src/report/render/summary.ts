import type { ListItem, RootContent } from 'mdast';
import { quoted } from '../../domain/marked-text.ts';
import type { Report } from '../../domain/report.ts';
import { COMMENT_MARKER } from '../marker.ts';
import { publicDetails, unfolded } from './details.ts';
import { askAPerson, GENEROUS, openNow } from './first-screen.ts';
import { CHECK_TEXT_MOST } from './limits.ts';
import { folded, heading, item, list, paragraph, print, strong } from './markdown.ts';
import { nextStep } from './next-step.ts';
import { actionsOf } from './actions.ts';
import { CONCLUSIONS, type Outcome, type Subject } from './outcome.ts';
import { phrases } from './phrases.ts';
import { prose } from './prose.ts';

/** As long as the first screen lets the longest of its texts be. */
const TEXT_MOST = 320;

/**
 * What everybody may see where a repository is public: the decision, the next steps and where to go on, what the rubric asks of people who
 * look at it, and nothing of what was found.
 */
export function renderSummary(subject: Subject, outcome: Outcome): Report {
  const screen = blocks(subject, outcome);
  const parts = publicDetails(subject);
  return {
    check: {
      status: 'completed',
      conclusion: outcome.conclusion,
      title: outcome.title,
      summary: print(screen.slice(1)),
      text: print(unfolded(parts)).slice(0, CHECK_TEXT_MOST),
      annotations: [],
      actions: actionsOf(outcome.kind, subject),
    },
    comment: [
      COMMENT_MARKER,
      print([...screen, ...parts.flatMap((part) => folded(part.heading, part.blocks))]),
    ].join('\n\n'),
  };
}

/** What is left of a result for everybody to see where the course has its project no more. */
export function renderLeftOut({
  marking,
  draft,
  signed,
}: Pick<Subject, 'marking' | 'draft' | 'signed'>): Report {
  const lastWord = signed?.holds === true ? signed.says : marking.decision;
  const kind = draft || marking.partial || lastWord === null ? 'practice' : lastWord;
  const words = [paragraph(...prose(phrases.isPublic))];
  return {
    check: {
      status: 'completed',
      conclusion: CONCLUSIONS[kind],
      title: phrases.leftOut,
      summary: print(words),
      text: null,
      annotations: [],
    },
    comment: [COMMENT_MARKER, print(words)].join('\n\n'),
  };
}

function blocks(subject: Subject, outcome: Outcome): RootContent[] {
  const { marking, headSha } = subject;
  const { heading: title, lead } = outcome;
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
    ...openNow(subject, outcome, GENEROUS),
    paragraph(
      ...prose(
        [phrases.isPublic, ...askAPerson(subject, outcome), phrases.commit(quoted(headSha.slice(0, 7)))].join(
          ' ',
        ),
      ),
    ),
  ];
}
