import type { App, CheckSuite, Repository } from '../world/entities.ts';
import type { World } from '../world/world.ts';

/** The check suite of an App on a commit: there is one, made when it is first needed. */
export function suiteFor(world: World, repository: Repository, app: App, headSha: string): CheckSuite {
  const found = [...world.checkSuites.values()].find(
    (suite) => suite.repositoryId === repository.id && suite.appId === app.id && suite.headSha === headSha,
  );
  if (found) return found;
  const suite: CheckSuite = {
    id: world.nextId(),
    repositoryId: repository.id,
    appId: app.id,
    headSha,
    createdAt: world.clock.now(),
  };
  world.checkSuites.set(suite.id, suite);
  return suite;
}
