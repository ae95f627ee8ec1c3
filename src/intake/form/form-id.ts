import { createHash } from 'node:crypto';
import type { PullRequestForm } from '../../domain/pull-request-form.ts';

/** Tells one form of a pull request from another, without keeping what it says. */
export function formId({ branch, into, title, description }: PullRequestForm): string {
  return createHash('sha256')
    .update(JSON.stringify([branch, into, title, description]))
    .digest('hex');
}
