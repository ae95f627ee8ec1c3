import type { Database } from '../adapters/postgres/database.ts';
import type { Handlers } from '../intake/commands/call.ts';
import { type HandlerDeps, handlersOf } from '../intake/commands/handlers.ts';

/** What does the commands that are given in comments: the stores of the database, and what else they work with. */
export function commandHandlers({
  database,
  ...others
}: { database: Database } & Omit<HandlerDeps, keyof Database>): Handlers {
  return handlersOf({ ...database, ...others });
}
