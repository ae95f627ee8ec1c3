import { visibleLine } from '../domain/visible-text.ts';
import type { AlikeItem } from '../similarity/alike/for-staff.ts';
import type { Origin } from '../similarity/alike/origin.ts';

/** Members that are named; of more there is the number. */
const NAMED = 8;
const PLACES = 2;

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** What works have in common, in words that say what is alike and not how it came to be so. */
export function alikeText(items: readonly AlikeItem[]): string {
  if (items.length === 0) return '';
  return [
    '',
    'Alike, and worth a talk (it can have many reasons: a lesson, a source, work side by side; it shows nothing more):',
    ...items.map(itemText),
    'Ask them how it works and why it is written so. Where that leaves a doubt, `/touchstone retake` on their pull request lets them show it once more in another form.',
    '`touchstone put-aside <number> --as <you>` takes one out of this list, until somebody joins it.',
    '',
  ].join('\n');
}

function itemText(item: AlikeItem): string {
  const { numbers, kind, projects, members, sure, origin, joined, isAside } = item;
  const what =
    kind === 'pair'
      ? `two works for ${projects.join(' and ')} have much in common`
      : `${members.length} works for ${projects.join(' and ')} share something that is rare elsewhere`;
  const state = isAside
    ? ', put aside'
    : joined !== null && joined > 0
      ? `, ${joined} joined since it was put aside`
      : '';
  return [
    `  ${numbers.join(', ')}: ${what} (${percent(sure)} sure${state})`,
    ...members.slice(0, NAMED).map(memberText),
    ...(members.length > NAMED ? [`     and ${members.length - NAMED} more`] : []),
    ...(origin === null ? [] : [`     ${originText(origin)}`]),
  ].join('\n');
}

function memberText({ login, pull, since, places }: AlikeItem['members'][number]): string {
  const where = places
    .slice(0, PLACES)
    .map(({ file, start, end }) => `${file}:${start === end ? start : `${start}-${end}`}`);
  const more = places.length - where.length;
  const lines = where.length === 0 ? '' : `, ${where.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return `     ${visibleLine(`${login}, since ${day(since)}: ${pull.owner}/${pull.repo}#${pull.number}${lines}`)}`;
}

const HOW = {
  review: 'had reviewed the work of',
  session: 'had talked with',
  pairing: 'had worked with',
} as const;

const originText = ({ login, how, reached, of, others, ofOthers, sure }: Origin): string =>
  visibleLine(
    `${login} ${HOW[how]} ${reached} of these ${of} before they had it, and of the others ${others} of ${ofOthers} (${percent(sure)} sure that it is no chance)`,
  );

export function alikeDocument(item: AlikeItem) {
  const { numbers, kind, projects, sure, since, members, joined, origin, isAside } = item;
  return {
    numbers,
    kind,
    projects,
    sure: Math.round(sure * 1000) / 1000,
    since: new Date(since).toISOString(),
    members: members.map(({ login, pull, places, ...member }) => ({
      learner: login,
      pullRequest: `${pull.owner}/${pull.repo}#${pull.number}`,
      since: new Date(member.since).toISOString(),
      joined: new Date(member.joinedAt).toISOString(),
      places,
    })),
    origin:
      origin === null
        ? null
        : {
            login: origin.login,
            how: origin.how,
            reached: origin.reached,
            of: origin.of,
            others: origin.others,
            ofOthers: origin.ofOthers,
            sure: Math.round(origin.sure * 1000) / 1000,
          },
    joinedSince: joined,
    aside: isAside,
  };
}
