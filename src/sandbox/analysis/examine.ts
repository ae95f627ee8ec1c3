import { z } from 'zod';
import { sandboxError } from '../../domain/errors/sandbox.ts';
import type { FileMap } from '../../domain/course/file-map.ts';
import type { Ending } from '../launcher.ts';
import type { Line } from '../line.ts';
import { payloadText, type Frame } from '../protocol/frames.ts';
import { Kind } from '../protocol/kinds.ts';
import type { AnalysisLimit, AnalysisOutcome, AnalysisRequest } from './analysis.ts';
import { stoppedWords } from './limit-words.ts';
import type { AnalysisLimits } from './limits.ts';

/** How long an analyst may take to say what it has found when its time is over, ms. */
const LAST_WORDS_MS = 5_000;

/** How the talk with an analyst came to its end. */
type End =
  | { how: 'report'; text: string }
  | { how: 'limit'; limit: AnalysisLimit }
  /** Before it had read its files: then it is not the submission's doing. */
  | { how: 'never-ready'; code: number | null };

const Begun = z.object({ file: z.string() });

/**
 * Has one analysis made by an analyst that is free, whose only one it is. Rejects with the signal's reason, or with a
 * TouchstoneError where what it sends cannot be understood.
 */
export async function examine<Report>(
  line: Line,
  {
    submission,
    analysis,
    options = {},
  }: Pick<AnalysisRequest<Report>, 'submission' | 'analysis' | 'options'>,
  limits: AnalysisLimits,
  signal: AbortSignal,
): Promise<AnalysisOutcome<Report>> {
  signal.throwIfAborted();
  let file: string | null = null;
  let stopWaiting: () => void = () => undefined;
  const settings = { analysis: analysis.name, options, totalMs: limits.seconds * 1000 };
  try {
    const end = await new Promise<End>((resolve, reject) => {
      let ready = false;
      const onAbort = (): void => {
        reject(signal.reason as Error);
      };
      const late = setTimeout(resolve, settings.totalMs + LAST_WORDS_MS, { how: 'limit', limit: 'time' });
      stopWaiting = () => {
        clearTimeout(late);
        signal.removeEventListener('abort', onAbort);
      };
      signal.addEventListener('abort', onAbort, { once: true });
      line.begin(
        { files: submission, settings },
        {
          onReady: () => {
            ready = true;
          },
          onFrame: (frame) => {
            if (frame.kind === Kind.progress) file = begunFile(frame, submission) ?? file;
            if (frame.kind === Kind.report) resolve({ how: 'report', text: payloadText(frame) });
          },
          onUnbearable: () => {
            resolve({ how: 'limit', limit: 'output' });
          },
          onEnded: (ending) => {
            // What it cannot even take in is the submission's doing, too.
            const tooMuch = ready || ending.outOfMemory;
            resolve(
              tooMuch
                ? { how: 'limit', limit: limitBehind(ending) }
                : { how: 'never-ready', code: ending.code },
            );
          },
        },
      );
    });
    switch (end.how) {
      case 'report':
        return { kind: 'completed', report: parsed(end.text, analysis.report) };
      case 'limit':
        return { kind: 'limit', limit: end.limit, file, message: stoppedWords(end.limit, file, limits) };
      case 'never-ready':
        throw sandboxError('sandbox.runner-ended', { role: 'analyst', code: end.code, log: line.log() });
    }
  } finally {
    stopWaiting();
  }
}

function limitBehind({ outOfMemory }: Ending): AnalysisLimit {
  return outOfMemory ? 'memory' : 'crash';
}

/** The file that it says it begins with, if the submission has it. */
function begunFile(frame: Frame, submission: FileMap): string | null {
  try {
    const { file } = Begun.parse(JSON.parse(payloadText(frame)));
    return submission.has(file) ? file : null;
  } catch {
    return null;
  }
}

function parsed<Report>(text: string, shape: z.ZodType<Report>): Report {
  try {
    return shape.parse(JSON.parse(text));
  } catch (error) {
    const found = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw sandboxError('sandbox.report-unreadable', { found });
  }
}
