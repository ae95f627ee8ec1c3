import { type Handler, told } from '../call.ts';
import { commandsFor } from '../usage.ts';

/** Shows the commands that the one who asks may give. */
export function help(): Handler<'help'> {
  return (_command, { whose }) => Promise.resolve(told({ kind: 'help', commands: commandsFor(whose) }));
}
