import { Kind } from '../../../src/sandbox/protocol/kinds.ts';
import { Channel, type FromWorker } from '../channel/channel.ts';
import { Conversation } from '../channel/conversation.ts';
import { placeOf, SUBMISSION, withoutFolder } from './place.ts';
import { LearnerService } from './serve.ts';

// The first process of a learner's container. Its channel is on descriptors 3 and 4, so that what the submission
// reads and prints (0, 1, 2) never meets it.
const { stringify, parse } = JSON;
let service: LearnerService | null = null;

const conversation = new Conversation(
  {
    ask: Kind.callback,
    askPending: Kind.callbackPending,
    askReply: Kind.callbackReply,
    askFailure: null,
    serve: Kind.request,
    servePending: Kind.pending,
    serveReply: Kind.reply,
  },
  (payload) => service?.serve(payload) ?? '',
  onOther,
);
const channel = new Channel(
  new URL('./channel-worker.mjs', import.meta.url),
  { read: 3, write: 4, files: SUBMISSION },
  'always',
  conversation.onMessage,
);
conversation.over(channel);
channel.send(Kind.idle, 0);

function onOther(message: FromWorker): void {
  if (message === null) process.exit(0);
  if (message.kind === Kind.ping) channel.send(Kind.pong, 0);
  if (message.kind !== Kind.start) return;
  const settings = parse(message.payload) as { epoch: number; outputBytes: number };
  service = new LearnerService(settings, () => conversation);
  process.chdir(SUBMISSION);
  channel.send(Kind.ready, 0);
}

process.on('uncaughtException', (error: unknown) => {
  const named = error instanceof Error ? error : new Error(String(error));
  const { name, message } = named;
  channel.send(Kind.fatal, 0, stringify({ name, message: withoutFolder(message), ...placeOf(named) }));
  process.exit(1);
});
