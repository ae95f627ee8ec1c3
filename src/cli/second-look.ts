import type { Course } from '../domain/course/project.ts';
import { usageError } from '../domain/errors/usage.ts';
import { mayDo, maySee, NOBODY, type Part, partsOf } from '../domain/people/rights.ts';
import { visibleLine } from '../domain/visible-text.ts';
import { type SignedWork, secondLooksFor } from '../review/second-looks/signed-work.ts';
import { teachersAgree } from '../review/second-looks/teachers.ts';
import { shareText } from './course-agreement.ts';
import { exit } from './exit.ts';
import type { Parts } from './parts.ts';
import type { Terminal } from './terminal.ts';

export interface SecondLookOptions {
  course: string;
  format: 'text' | 'json';
  /** The login of the member of staff, as in the course's file of people or in its teams. */
  as: string;
  /** Which of the list is looked at; without it the list is shown. */
  number?: number;
  says?: 'mastered' | 'not-yet';
  why?: string;
  /** For leads: how far teachers agree. */
  agreement: boolean;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** What was signed off before that, nobody has in mind any more who could learn from it (our choice). */
const LOOKED_AT_DAYS = 90;
/** How far teachers agree is about those who teach now (our choice). */
const COMPARED_DAYS = 730;

/** `touchstone second-look`: work that somebody has signed off, for a second person who does not see what the first one said. */
export async function secondLookCommand(
  options: SecondLookOptions,
  parts: Pick<Parts, 'readCourse' | 'withSecondLooks' | 'now'>,
  terminal: Terminal,
): Promise<number> {
  const course = await parts.readCourse(options.course);
  return parts.withSecondLooks(course, async (store, { roster, accountOf }) => {
    const person = await accountOf(options.as);
    const viewer = person === null ? new Set<Part>() : partsOf(person.id, NOBODY, roster);
    if (person === null || !mayDo('second-look', viewer))
      throw usageError('usage.unknown-staff', { login: options.as });
    const days = options.agreement ? COMPARED_DAYS : LOOKED_AT_DAYS;
    const signed = await store.signed(parts.now() - days * DAY_MS);
    if (options.agreement) {
      if (!maySee('teachers', viewer)) throw usageError('usage.leads-alone', { login: options.as });
      terminal.out(agreementText(signed, options.format));
      return exit.done;
    }
    const share = course.policies.secondLooks;
    const due = secondLooksFor(person.id, signed, { share, roster, now: parts.now() });
    if (options.number === undefined) {
      terminal.out(listText(due, course, options.format));
      return exit.done;
    }
    const chosen = due.find(({ id }) => id === options.number);
    if (chosen === undefined) throw usageError('usage.no-second-look', { number: options.number });
    if (options.says === undefined)
      throw usageError('usage.wrong', {
        detail: 'What do you say of it? --says mastered, or --says not-yet.',
      });
    const by = { id: person.id, login: person.login };
    const look = { by, says: options.says, why: options.why ?? null };
    if (!(await store.keep(chosen.id, look))) throw usageError('usage.no-second-look', { number: chosen.id });
    terminal.out(options.format === 'json' ? '{ "kept": true }\n' : 'Thank you, it is kept.\n');
    return exit.done;
  });
}

/** Neither the first verdict nor who gave it: whoever looks a second time must not know them. */
function listText(due: readonly SignedWork[], { projects }: Course, format: 'text' | 'json'): string {
  const asked = (slug: string): string[] =>
    (projects.get(slug)?.rubric.stages ?? [])
      .flatMap(({ criteria }) => criteria.flatMap(({ evidence }) => evidence))
      .flatMap((item) => ('question' in item ? [item.question] : []));
  const list = due.map(({ id, project, owner, repo, headSha }) => ({
    number: id,
    project,
    files: `${owner}/${repo}/tree/${headSha}`,
    asks: asked(project),
  }));
  if (format === 'json') return `${JSON.stringify({ secondLooks: list }, null, 2)}\n`;
  if (list.length === 0) return 'Nothing waits for a second look by you.\n';
  return `${list
    .map(({ number, project, files, asks }) =>
      [`${number}: ${project}, the files at ${visibleLine(files)}`, ...asks.map((each) => `   ${each}`)].join(
        '\n',
      ),
    )
    .join('\n')}

Look at these files, and not at the pull request: what was said of it stands there. Then:
  touchstone second-look <number> --as <you> --says mastered|not-yet --why "..."
`;
}

function agreementText(signed: readonly SignedWork[], format: 'text' | 'json'): string {
  const { share, kappa } = teachersAgree(signed);
  if (format === 'json')
    return `${JSON.stringify({ agree: share.count, of: share.of, between: [share.low, share.high], kappa }, null, 2)}\n`;
  const beyondChance = kappa === null ? 'not to be told yet' : kappa.toFixed(2);
  return `Teachers who looked at the same work agree: ${shareText(share)}. Beyond chance (Cohen's kappa, 1 is all): ${beyondChance}.\n`;
}
