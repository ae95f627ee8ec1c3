import { quoted } from '../../domain/marked-text.ts';
import type { PeersSeen } from '../../domain/peers.ts';
import { peerPhrases } from './peer-phrases.ts';

const AND = new Intl.ListFormat('en');
/** Logins, quoted, in a sentence. */
export const named = (logins: readonly string[]): string => AND.format(logins.map(quoted));

/** What the learner is told first of peers while a person is to look. */
export function peersLead(peers: PeersSeen | null | undefined, isPublic = false): string[] {
  if (peers === undefined || peers === null) return [];
  const { lead } = peerPhrases;
  const said = peers.said.map(({ by }) => by);
  return [
    ...(said.length === 0 ? [] : [(isPublic ? lead.saidElsewhere : lead.said)(named(said), said.length)]),
    ...(peers.looking.length === 0 ? [] : [lead.looking(named(peers.looking), peers.looking.length)]),
  ];
}
