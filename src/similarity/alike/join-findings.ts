import type { Finding, FindingKind, KnownFinding, Member } from './finding.ts';
import { bounded, isSamePart } from './same-part.ts';

/** A finding as it is to be kept. */
export interface Joined {
  finding: Finding;
  /** The number of the older one that it goes on with; null where it is new. */
  id: number | null;
}

/**
 * Brings what was found now together with what is known, so that a finding stays the same one while others join it. Two who share another part
 * than before, in a later work, have one finding more: it says more about them. A part is known again by its fingerprints.
 */
export function joinFindings(found: readonly Finding[], known: readonly KnownFinding[]): Joined[] {
  const joined: Joined[] = [];
  const taken = new Set<number>();
  for (const finding of found) {
    const older = known.find(
      (each) =>
        !taken.has(each.id) && each.project === finding.project && CONTINUES[finding.kind](finding, each),
    );
    if (older === undefined) {
      joined.push({ finding, id: null });
      continue;
    }
    taken.add(older.id);
    joined.push({ finding: merged(finding, older), id: older.id });
  }
  return joined;
}

const CONTINUES: Record<FindingKind, (finding: Finding, older: KnownFinding) => boolean> = {
  pair: (finding, older) =>
    older.kind === 'pair' &&
    finding.members.every(({ learnerId }) => isIn(older, learnerId)) &&
    isSamePart(finding.marks, older.marks) !== false,
  group: (finding, older) =>
    older.kind === 'group' &&
    finding.members.some(({ learnerId }) => isIn(older, learnerId)) &&
    isSamePart(finding.marks, older.marks) === true,
};

const isIn = ({ members }: Finding, learnerId: number): boolean =>
  members.some((member) => member.learnerId === learnerId);

/** What was once as much alike stays so, though it was rewritten since. */
function merged(finding: Finding, older: KnownFinding): Finding {
  const isBetter = finding.score >= older.score;
  const members = finding.members.map((member) => ({
    ...member,
    places: isBetter ? member.places : placesOf(older, member),
  }));
  return {
    ...finding,
    score: Math.max(finding.score, older.score),
    marks: bounded([...finding.marks, ...older.marks]),
    members,
  };
}

const placesOf = ({ members }: Finding, { learnerId, places }: Member): Member['places'] =>
  members.find((member) => member.learnerId === learnerId)?.places ?? places;
