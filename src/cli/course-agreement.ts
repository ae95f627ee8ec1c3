import Table from 'cli-table3';
import { createColors } from 'picocolors';
import { visibleLine } from '../domain/visible-text.ts';
import { type Agreement, agreementsOf } from '../review/agreement/ledger.ts';
import type { Share } from '../review/agreement/wilson.ts';
import { exit } from './exit.ts';
import type { Parts } from './parts.ts';
import type { Terminal } from './terminal.ts';
import { assertSees, viewerOf, type ViewerOptions } from './viewer.ts';

export interface CourseAgreementOptions extends ViewerOptions {
  format: 'text' | 'json';
}

/** `touchstone course agreement`: how far people and the marking agree on each project. */
export async function courseAgreementCommand(
  { format, ...viewing }: CourseAgreementOptions,
  parts: Pick<Parts, 'readCourse' | 'who' | 'comparisons'>,
  terminal: Terminal,
): Promise<number> {
  const { policies } = await parts.readCourse(viewing.course);
  assertSees('agreement', await viewerOf(viewing, parts), viewing.as);
  const agreements = agreementsOf(await parts.comparisons(), policies.agreement);
  terminal.out(
    format === 'json'
      ? `${JSON.stringify({ ...policies.agreement, projects: agreements.map(documentOf) }, null, 2)}\n`
      : textOf(agreements, terminal),
  );
  return exit.done;
}

function documentOf({ project, share, personMustLook, disagreements }: Agreement) {
  return {
    project,
    agree: share.count,
    of: share.of,
    between: [rounded(share.low), rounded(share.high)],
    personMustLook,
    disagreements: disagreements.map(({ claimed, says, why }) => ({ found: claimed, says, why })),
  };
}

const rounded = (share: number): number => Math.round(share * 1000) / 1000;

/** `17 of 20 (64 to 95 %)`: a share with what it may really be. */
export function shareText({ count, of, low, high }: Share): string {
  return of === 0 ? 'nothing yet' : `${count} of ${of} (${percent(low)} to ${percent(high)} %)`;
}

const percent = (share: number): number => Math.round(share * 100);

function textOf(agreements: readonly Agreement[], terminal: Terminal): string {
  const colors = createColors(terminal.outIsTerminal);
  if (agreements.length === 0) return 'Nobody of the staff has signed anything off yet that was marked.\n';
  const table = new Table({
    head: ['project', 'people and marking agree', 'who decides', 'where they did not, the last first'],
    style: { head: [], border: [] },
    wordWrap: true,
    colWidths: [null, null, null, 48],
  });
  for (const { project, share, personMustLook, disagreements } of agreements)
    table.push([
      project,
      shareText(share),
      personMustLook ? colors.yellow('a person looks at every attempt') : 'as the rubric says',
      disagreements
        .slice(0, 3)
        .map(({ claimed, says, why }) => visibleLine(`found ${claimed}, said ${says}: ${why ?? ''}`))
        .join('\n'),
    ]);
  return `${table.toString()}\n`;
}
