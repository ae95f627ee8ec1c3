import type { Contact, FindingForStaff, FindingStore } from './finding-store.ts';
import { alikeItems, type AlikeItem } from './for-staff.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Who worked on it shortly before and after the members of a group is who could have met the same people. */
const AROUND_MS = 60 * DAY_MS;

/** What is kept of works that are alike, as staff are to see it. */
export async function readItems(
  store: Pick<FindingStore, 'forStaff' | 'contacts' | 'learnersOf'>,
): Promise<AlikeItem[]> {
  const findings = await store.forStaff();
  const others = new Map<number, readonly number[]>();
  const contacts = new Map<string, Contact>();
  for (const finding of findings.filter(({ kind }) => kind === 'group')) {
    const times = finding.members.map(({ since }) => since);
    const learners = await store.learnersOf(
      finding.project,
      Math.min(...times) - AROUND_MS,
      Math.max(...times) + AROUND_MS,
    );
    others.set(finding.id, learners);
    const all = [...new Set([...learners, ...finding.members.map(({ learnerId }) => learnerId)])];
    for (const each of await store.contacts(all))
      contacts.set(`${each.how} ${each.by} ${each.learnerId} ${each.at}`, each);
  }
  const around = {
    contacts: [...contacts.values()],
    others: ({ id }: FindingForStaff) => others.get(id) ?? [],
  };
  return alikeItems(findings, around);
}
