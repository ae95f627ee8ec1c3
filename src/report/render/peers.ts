import type { ListItem, RootContent } from 'mdast';
import type { PeerSaid, ReviewLack } from '../../domain/peers.ts';
import { quoted } from '../../domain/marked-text.ts';
import type { Project } from '../../domain/course/project.ts';
import type { Detail } from './detail.ts';
import { folded, item, link, list, paragraph, print, text } from './markdown.ts';
import type { Subject } from './outcome.ts';
import { peerPhrases } from './peer-phrases.ts';
import { named } from './peers-lead.ts';
import { inlineCode, prose } from './prose.ts';

/** Longer words stand whole where they were written. */
const WORDS_MOST = 600;

/** What peers said, and what those are asked who have yet to look. */
export function peerParts(subject: Subject): Detail[] {
  const { marking, draft, peers } = subject;
  if (draft || marking.partial || peers === undefined || peers === null) return [];
  const { said, replaced } = peers;
  const thanks = replaced.length === 0 ? [] : [line(peerPhrases.said.thanked(named(replaced)))];
  return [
    ...(said.length + replaced.length === 0
      ? []
      : [
          {
            heading: peerPhrases.said.heading(said.length),
            blocks: [
              ...(said.length === 0 ? [] : [line(peerPhrases.said.lead), list(said.map(saidItem))]),
              ...thanks,
            ],
          },
        ]),
    ...peerGuide(subject),
  ];
}

/** What those are asked who have yet to look. */
export function peerGuide({ project, marking, draft, peers }: Subject): Detail[] {
  if (draft || marking.partial || peers === undefined || peers === null || peers.looking.length === 0)
    return [];
  return [{ heading: peerPhrases.guide.heading, blocks: forPeers(project) }];
}

const line = (words: string) => paragraph(...prose(words));

function saidItem({ by, says, words, ofThisCommit }: PeerSaid): ListItem {
  const { said } = peerPhrases;
  const about = ofThisCommit ? '' : ` (${said.earlier})`;
  return item(
    paragraph(inlineCode(by), text(` ${said.says[says]}${about}`)),
    ...(words === null
      ? []
      : [{ type: 'blockquote' as const, children: [paragraph(...prose(words, WORDS_MOST))] }]),
  );
}

function forPeers(project: Pick<Project, 'rubric' | 'reviewGuide'>): RootContent[] {
  return [line(`${peerPhrases.guide.thanks} ${peerPhrases.guide.time}`), ...guide(project)];
}

/** The questions of the rubric, and what helps in a review. */
function guide({ rubric, reviewGuide }: Pick<Project, 'rubric' | 'reviewGuide'>): RootContent[] {
  const { guide: words } = peerPhrases;
  const questions = rubric.stages.flatMap(({ criteria }) =>
    criteria.flatMap(({ evidence }) =>
      evidence.flatMap((asked) => ('question' in asked ? [item(line(asked.question))] : [])),
    ),
  );
  const page = reviewGuide === undefined ? null : link(reviewGuide, words.more);
  return [
    ...(questions.length === 0 ? [] : [line(words.lead), list(questions)]),
    line(words.heart),
    list(words.points.map((point) => item(line(point)))),
    ...(page === null ? [] : [paragraph(page)]),
  ];
}

/** The one word to a peer whose review lacks something, as Markdown. */
export function renderReviewHint(
  to: string,
  lack: ReviewLack,
  project: Pick<Project, 'rubric' | 'reviewGuide'>,
): string {
  const { hint } = peerPhrases;
  return print([line(hint[lack](quoted(to))), ...folded(hint.guide, guide(project))]);
}
