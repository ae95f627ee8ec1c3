import type { Report } from '../../domain/report.ts';
import { COMMENT_MARKER } from '../marker.ts';
import { actionsOf } from './actions.ts';
import { annotationsOf } from './annotations.ts';
import { details, unfolded } from './details.ts';
import { firstScreen } from './first-screen.ts';
import { CHECK_TEXT_MOST, COMMENT_MOST } from './limits.ts';
import { folded, print } from './markdown.ts';
import { criteriaOf, outcomeOf, type Subject } from './outcome.ts';
import { renderSummary } from './summary.ts';
import { renderGivenUp } from './trouble.ts';

// Headings, <details> and blank lines around the parts.
const FRAME = 1_000;

/**
 * What GitHub shows of a finished marking: the check's conclusion, title, summary, text and annotations, and the
 * comment with the same in fewer words and the rest folded away.
 *
 * A marking that came to nothing (a stage broke, no decision was made) says nothing about the work: it is shown as
 * our problem, without a decision.
 */
export function renderMarking(subject: Subject): Report {
  const outcome = outcomeOf(subject);
  if (outcome === null) return renderGivenUp({ reasonCode: 'marking.undecided' });
  if (subject.isPublic === true) return renderSummary(subject, outcome);
  const screen = firstScreen(subject, outcome);
  const summary = print(screen.slice(1));
  const parts = details(subject, COMMENT_MOST - print(screen).length - FRAME);
  return {
    check: {
      status: 'completed',
      conclusion: outcome.conclusion,
      title: outcome.title,
      summary,
      text: print(unfolded(details(subject, CHECK_TEXT_MOST - FRAME))),
      annotations: annotationsOf(criteriaOf(subject.marking), outcome.kind),
      actions: actionsOf(outcome.kind, subject),
    },
    comment: [
      COMMENT_MARKER,
      print([...screen, ...parts.flatMap((part) => folded(part.heading, part.blocks))]),
    ].join('\n\n'),
  };
}
