import type { Handler } from './call.ts';
import { appCalls } from './apps.ts';
import { checkCalls } from './checks.ts';
import { commentCalls } from './comments.ts';
import { accessCalls } from './access.ts';
import { gitDataCalls } from './git-data.ts';
import { organizationCalls } from './organizations.ts';
import { reviewCalls } from './reviews.ts';
import { repositoryCalls } from './repositories.ts';

/** Every call that the stand-in answers, by GitHub's name of it. `meta`-like calls are answered where the limits are kept. */
export const handlers: Readonly<Record<string, Handler>> = {
  ...appCalls,
  ...organizationCalls,
  ...repositoryCalls,
  ...checkCalls,
  ...commentCalls,
  ...reviewCalls,
  ...gitDataCalls,
  ...accessCalls,
};
