import { emitCheckRun, emitCheckSuite } from '../hooks/check-events.ts';
import type { Hub } from '../hub.ts';
import type { CheckRun, Installation } from '../world/entities.ts';
import { covers, must, repositoryById } from '../world/find.ts';
import { personNamed } from './conversation.ts';

/** The buttons beside a check. */
export interface CheckButtons {
  /** 'Re-run' of one check. */
  rerun(what: { checkRunId: number; as: string }): void;
  /** 'Re-run all checks' of the App's suite. */
  rerunAll(what: { checkRunId: number; as: string }): Promise<void>;
  /** A button that the App put there itself. */
  press(what: { checkRunId: number; as: string; identifier: string }): void;
}

export function createCheckButtons(hub: Hub): CheckButtons {
  const runOf = (id: number) => must(hub.world.checkRuns.get(id), `check run ${id}`);
  return {
    rerun: ({ checkRunId, as }) => {
      const run = runOf(checkRunId);
      emitCheckRun(hub, 'rerequested', run, personNamed(hub, as), { only: installationOf(hub, run) });
    },
    rerunAll: async ({ checkRunId, as }) => {
      const run = runOf(checkRunId);
      const suite = must(hub.world.checkSuites.get(run.suiteId), `check suite ${run.suiteId}`);
      await emitCheckSuite(hub, 'rerequested', suite, personNamed(hub, as), installationOf(hub, run));
    },
    press: ({ checkRunId, as, identifier }) => {
      const run = runOf(checkRunId);
      must(
        run.actions.find((action) => action.identifier === identifier),
        `button ${identifier}`,
      );
      const only = installationOf(hub, run);
      emitCheckRun(hub, 'requested_action', run, personNamed(hub, as), { only, requestedAction: identifier });
    },
  };
}

function installationOf(hub: Hub, run: CheckRun): Installation {
  const repository = repositoryById(hub.world, run.repositoryId);
  const found = [...hub.world.installations.values()].find(
    (installation) => installation.appId === run.appId && covers(installation, repository),
  );
  return must(found, `installation of App ${run.appId} on ${repository.name}`);
}
