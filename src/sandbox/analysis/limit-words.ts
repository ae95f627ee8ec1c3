import type { AnalysisLimit } from './analysis.ts';
import type { AnalysisLimits } from './limits.ts';
import type { Unread } from './syntax.ts';

/** Why a whole analysis was stopped, in words for the learner; `file` is the one that was being read. */
export function stoppedWords(limit: AnalysisLimit, file: string | null, limits: AnalysisLimits): string {
  const what = file ?? 'The submission';
  switch (limit) {
    case 'time':
      return `${what} could not be read within ${limits.seconds} s: is it very long, or nested very deeply?`;
    case 'memory':
      return `${what} could not be read with ${limits.memoryMiB} MB of memory: is it very long, or nested very deeply?`;
    case 'output':
      return `There is more to say about ${file ?? 'the submission'} than is read.`;
    case 'crash':
      return `${what} could not be read: is it nested very deeply?`;
  }
}

/** Why one file was not read to its end, in words for the learner. */
export function unreadWords(path: string, unread: Unread): string {
  switch (unread) {
    case 'bytes':
    case 'lines':
    case 'line-length':
      return `${path} is too large to be looked at: was it written by hand?`;
    case 'time':
    case 'memory':
      return `${path} takes too much ${unread} to be read: is it very long, or nested very deeply?`;
    case 'nesting':
      return `${path} is nested too deeply to be read.`;
    case 'crash':
      return `${path} could not be read: is it nested very deeply?`;
    case 'not-begun':
      return `${path} was not looked at, because others took too long.`;
  }
}
