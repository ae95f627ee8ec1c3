import type { Rendering } from '../marking/rendering.ts';
import { renderMarking } from '../report/render/marking.ts';
import { renderQueued, renderRunning } from '../report/render/progress.ts';
import { renderGivenUp, renderRefused, renderRetrying } from '../report/render/trouble.ts';

/** What a run says, as the report draws it. */
export const rendering: Rendering = {
  queued: renderQueued,
  running: renderRunning,
  retrying: renderRetrying,
  marking: renderMarking,
  refused: renderRefused,
  givenUp: renderGivenUp,
};
