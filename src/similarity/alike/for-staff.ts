import { together } from './evidence.ts';
import type { Contact, FindingForStaff } from './finding-store.ts';
import { type Origin, originOf } from './origin.ts';

type Member = FindingForStaff['members'][number];

/** Something for staff to talk about with learners. Times are milliseconds since 1970. */
export interface AlikeItem {
  /** The numbers of the findings that it is made of: of two people, one for each project or part; one alone of a group. */
  numbers: readonly number[];
  kind: FindingForStaff['kind'];
  projects: readonly string[];
  /** From 0 to 1. */
  sure: number;
  /** Since when staff could know of it. */
  since: number;
  /** Whoever had it first, first. */
  members: readonly Member[];
  /** How many of them have joined since it was put aside; null where it was not. */
  joined: number | null;
  origin: Origin | null;
  /** All of it was put aside. */
  isAside: boolean;
}

/** What an item needs to know besides. */
export interface Around {
  contacts: readonly Contact[];
  /** Learners who handed in work for the project within the time of the finding. */
  others: (finding: FindingForStaff) => readonly number[];
}

/** What is to be shown: groups, and pairs that are alike enough in all that is known of the two together. The surest first. */
export function alikeItems(findings: readonly FindingForStaff[], around: Around): AlikeItem[] {
  const pairs = new Map<string, FindingForStaff[]>();
  for (const finding of findings.filter(({ kind }) => kind === 'pair')) {
    const who = finding.members
      .map(({ learnerId }) => learnerId)
      .toSorted((a, b) => a - b)
      .join(' ');
    pairs.set(who, [...(pairs.get(who) ?? []), finding]);
  }
  const items = [
    ...[...pairs.values()].flatMap((each) => pairItem(each) ?? []),
    ...findings.filter(({ kind }) => kind === 'group').map((finding) => groupItem(finding, around)),
  ];
  return items.toSorted((a, b) => b.sure - a.sure || a.since - b.since);
}

function pairItem(findings: readonly FindingForStaff[]): AlikeItem | null {
  const sure = together(findings.map(({ score }) => score));
  if (sure < Math.min(...findings.map(({ threshold }) => threshold))) return null;
  const [most] = findings.toSorted((a, b) => b.score - a.score || b.id - a.id);
  if (most === undefined) return null;
  return {
    numbers: findings.map(({ id }) => id),
    kind: 'pair',
    projects: [...new Set(findings.map(({ project }) => project))],
    sure,
    since: Math.min(...findings.map(({ foundAt }) => foundAt)),
    members: inOrder(most),
    joined: null,
    origin: null,
    isAside: findings.every(({ seen }) => seen !== null),
  };
}

function groupItem(finding: FindingForStaff, { contacts, others }: Around): AlikeItem {
  const { id, project, score, foundAt, seen } = finding;
  const joined = seen === null ? null : finding.members.filter(({ joinedAt }) => joinedAt > seen.at).length;
  return {
    numbers: [id],
    kind: 'group',
    projects: [project],
    sure: score,
    since: foundAt,
    members: inOrder(finding),
    joined,
    origin: originOf(finding.members, contacts, others(finding)),
    isAside: joined === 0,
  };
}

const inOrder = ({ members }: FindingForStaff): Member[] =>
  members.toSorted((a, b) => a.since - b.since || a.learnerId - b.learnerId);
