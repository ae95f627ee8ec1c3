import { createColors } from 'picocolors';
import type { Limits } from '../domain/course/limits.ts';
import { cut, visible, visibleLine } from '../domain/visible-text.ts';
import type { StageHappening } from '../stages/stage.ts';
import type { Explanation } from './explanation.ts';
import type { Terminal } from './terminal.ts';

/** Characters of what a test said that are shown. */
const WHY = 300;

/** How a marking went, for people: a line for each thing that happened, then one for each test. */
export function describeExplanation(explanation: Explanation, terminal: Terminal): string {
  const colors = createColors(terminal.outIsTerminal);
  const lines = ['', colors.bold('How it went')];
  for (const { atMs, ...happening } of explanation) {
    const said = sayHappening(happening);
    if (said !== null) lines.push(`${colors.dim(at(atMs))}  ${said}`);
  }
  // Of the first run; those that confirm it have the same.
  const tests = explanation.find((each) => each.what === 'tests')?.tests ?? [];
  if (tests.length > 0) lines.push('', colors.bold('Tests'));
  for (const { name, status, durationMs, reason, why } of tests) {
    const limit = reason === null ? '' : colors.dim(` (${reason})`);
    lines.push(`${status.padEnd(8)}${at(durationMs)}  ${visible(name)}${limit}`);
    if (why !== null) lines.push(colors.dim(`${' '.repeat(20)}${cut(visibleLine(why), WHY)}`));
  }
  return `${lines.join('\n')}\n`;
}

function at(ms: number): string {
  return `${(ms / 1000).toFixed(3)} s`.padStart(10);
}

function sayHappening(happening: StageHappening): string | null {
  switch (happening.what) {
    case 'place': {
      const { waitedMs, alone, seed, limits } = happening;
      const how = alone
        ? 'The clock failed a test: all of it once more, with no other run beside it'
        : 'Begun';
      return `${how}, after waiting ${waitedMs} ms for a place; seed ${seed}; ${sayLimits(limits)}`;
    }
    case 'container': {
      const { role, warm, which, tookMs } = happening;
      const whose =
        role === 'runner'
          ? 'The runner'
          : which === 1
            ? "The learner's container"
            : `The learner's container no. ${which}`;
      return `${whose} ${warm ? 'was ready' : `was started in ${tookMs} ms`}`;
    }
    case 'files':
      return `The ${happening.role} has its ${happening.count} ${happening.count === 1 ? 'file' : 'files'} (${kib(happening.bytes)})`;
    case 'test':
      // They are listed below, by name.
      return null;
    case 'lost': {
      const { reason, code, open } = happening;
      const how = code === null ? reason : `${reason}, exit code ${code}`;
      return `The learner's container was lost (${how}) with ${open} ${open === 1 ? 'call' : 'calls'} open`;
    }
    case 'used':
      return happening.cpuMs === null
        ? null
        : `The learner's container was given back; it had used ${(happening.cpuMs / 1000).toFixed(2)} s of CPU time`;
    case 'report':
      return `The runner has reported (${kib(happening.bytes)})`;
    case 'analysis': {
      const { name, outcome, waitedMs, tookMs, warm } = happening;
      const how = warm === true ? 'an analyst that was ready' : 'an analyst that was started';
      return `The submission was looked at (${name}: ${outcome}) by ${how}, in ${tookMs} ms after waiting ${waitedMs} ms for a place`;
    }
    case 'confirming':
      return happening.of === 'submission'
        ? 'The miss has to be confirmed: everything once more, with the same seed'
        : 'The two runs differ: what does the solution do with the same seed?';
    case 'own-tests':
      return `The learner's own tests, on ${happening.on}`;
    case 'tests': {
      const passed = happening.tests.filter(({ status }) => status === 'passed').length;
      return `${passed} of ${happening.tests.length} tests passed`;
    }
  }
}

function sayLimits(limits: Limits): string {
  const said = Object.entries(limits).map(([name, value]) => `${name} ${value}`);
  return `limits: ${said.join(', ')}`;
}

function kib(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KiB`;
}
