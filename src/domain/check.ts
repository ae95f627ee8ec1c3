import { z } from 'zod';

/** The name of the one check run per head commit. Schools name it in their branch rules, so it never changes. */
export const CHECK_NAME = 'Touchstone';

/** The buttons on the check, by what GitHub tells when one is pressed: each gives the command of its name. */
export const CheckButton = z.enum(['mark', 'appeal', 'approve']);
export type CheckButton = z.infer<typeof CheckButton>;

const ExternalId = z.stringFormat('check-external-id', /^touchstone:\d+:\d+$/).transform((text) => {
  const [, repositoryId, number] = text.split(':');
  return { repositoryId: Number(repositoryId), number: Number(number) };
});

/**
 * The check run's `external_id`: which pull request it belongs to. GitHub leaves `check_run.pull_requests` empty for
 * pull requests from forks, so an event about the check says this alone.
 */
export function checkExternalId({ repositoryId, number }: { repositoryId: number; number: number }): string {
  return `touchstone:${repositoryId}:${number}`;
}

/** Reads a check run's `external_id`; null where it is not one of ours. */
export function readCheckExternalId(text: unknown): { repositoryId: number; number: number } | null {
  return ExternalId.safeParse(text).data ?? null;
}
