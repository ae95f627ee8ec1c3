import type { Report } from '../../domain/report.ts';
import { paragraph, print } from './markdown.ts';
import { phrases } from './phrases.ts';
import { prose } from './prose.ts';

/**
 * While a submission waits. The comment stays as it is.
 *
 * @param place counted from 1: the next in line
 * @param expectedSeconds until the result, where it can be told
 */
export function renderQueued({
  place,
  expectedSeconds,
  draft,
}: {
  place: number;
  expectedSeconds: number | null;
  draft: boolean;
}): Report {
  return waiting('queued', phrases.queued.title(place, expectedSeconds), [
    phrases.queued.summary(place, expectedSeconds),
    ...(draft ? [phrases.draft] : []),
  ]);
}

/** While its tests run: how many have, where that is known. */
export function renderRunning({
  draft,
  done,
  total,
}: {
  draft: boolean;
  done?: number | undefined;
  total?: number | undefined;
}): Report {
  const counted = done !== undefined && total !== undefined && total > 0;
  const title = counted
    ? phrases.running.titleWithCount(Math.min(done, total), total)
    : phrases.running.title;
  return waiting('in_progress', title, [phrases.running.summary, ...(draft ? [phrases.draft] : [])]);
}

function waiting(status: 'queued' | 'in_progress', title: string, sentences: string[]): Report {
  return {
    check: {
      status,
      conclusion: null,
      title,
      summary: print(sentences.map((words) => paragraph(...prose(words)))),
      text: null,
      annotations: [],
    },
    comment: null,
  };
}
