import { Kind } from '../../../src/sandbox/protocol/kinds.ts';
import { payloadText } from '../../../src/sandbox/protocol/frames.ts';
import { type Arrival, Channel, openAgain } from '../channel/channel.ts';
import { Conversation } from '../channel/conversation.ts';
import { FileReceiver } from '../files/file-receiver.ts';
import { placeOf, SUBMISSION, withoutFolder } from './place.ts';
import { LearnerService } from './serve.ts';

// The first process of a learner's container. Its channel is on descriptors 3 and 4, so that what the submission
// reads and prints (0, 1, 2) never meets it.
const { stringify, parse } = JSON;
const files = new FileReceiver(SUBMISSION);
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
const channel = new Channel({ listen: 3, read: openAgain(3), write: 4 }, 'always', conversation.onArrival);
conversation.over(channel);
channel.send(Kind.idle, 0);

function onOther(arrival: Arrival): void {
  if (arrival === null) process.exit(0);
  if (arrival.kind === Kind.file) files.take(arrival);
  if (arrival.kind === Kind.ping) channel.send(Kind.pong, 0);
  if (arrival.kind !== Kind.start) return;
  const settings = parse(payloadText(arrival)) as { epoch: number; outputBytes: number };
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
