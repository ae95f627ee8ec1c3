import { oneOf, type AllowedFamily, type Argument } from './family.ts';

const FAMILY = { unix: 1, inet: 2, inet6: 10, netlink: 16 };
const STREAM = 1;
const DATAGRAM = 2;
const RAW = 3;
/** What of a socket's type is its type: the rest are flags (SOCK_NONBLOCK, SOCK_CLOEXEC). */
const TYPE = 0xf;

/** SOL_SOCKET: what Node and Python set on sockets, and what goes with a reply. */
const OF_SOCKETS = {
  reuseaddr: 2,
  broadcast: 6,
  sndbuf: 7,
  rcvbuf: 8,
  keepalive: 9,
  linger: 13,
  reuseport: 15,
  passcred: 16,
  rcvlowat: 18,
  rcvtimeo: 20,
  sndtimeo: 21,
};
/** IPPROTO_TCP, without TCP_ULP (31), which loads a module and puts encryption into the kernel. */
const OF_TCP = {
  nodelay: 1,
  maxseg: 2,
  cork: 3,
  keepidle: 4,
  keepintvl: 5,
  keepcnt: 6,
  syncnt: 7,
  linger2: 8,
  deferAccept: 9,
  quickack: 12,
  userTimeout: 18,
  fastopen: 23,
};
/** IPPROTO_IP. */
const OF_IP = {
  tos: 1,
  ttl: 2,
  recverr: 11,
  bindAddressNoPort: 24,
  multicastIf: 32,
  multicastTtl: 33,
  multicastLoop: 34,
  addMembership: 35,
  dropMembership: 36,
  multicastAll: 49,
};
/** IPPROTO_IPV6. */
const OF_IPV6 = {
  unicastHops: 16,
  multicastIf: 17,
  multicastHops: 18,
  multicastLoop: 19,
  joinGroup: 20,
  leaveGroup: 21,
  recverr: 25,
  v6only: 26,
  multicastAll: 29,
};

const options = (level: number, names: Readonly<Record<string, number>>): Argument[][] =>
  oneOf(2, names).map((option) => [{ at: 1, is: level }, ...option]);

const socket = (family: number, type: number, protocols: number[]): Argument[][] =>
  protocols.map((protocol) => [
    { at: 0, is: family },
    { at: 1, is: type, mask: TYPE },
    { at: 2, is: protocol },
  ]);

/** Sockets that reach no further than the container, for it has no network. */
export const networkFamily: AllowedFamily = {
  family: 'sockets',
  why: 'HTTP servers listen on the loopback interface, and Node speaks to the programs that it starts over socket pairs.',
  calls: [
    ...[
      'bind',
      'listen',
      'accept',
      'accept4',
      'connect',
      'shutdown',
      'getsockname',
      'getpeername',
      'getsockopt',
    ],
    ...['sendto', 'sendmsg', 'sendmmsg', 'recvfrom', 'recvmsg', 'recvmmsg'],
  ],
  narrow: [
    {
      name: 'socket',
      only: 'local ones, TCP and UDP, and the list of network interfaces (NETLINK_ROUTE), which web frameworks print when they start',
      when: [
        ...socket(FAMILY.unix, STREAM, [0]),
        ...socket(FAMILY.unix, DATAGRAM, [0]),
        ...[FAMILY.inet, FAMILY.inet6].flatMap((family) => [
          ...socket(family, STREAM, [0, 6]),
          ...socket(family, DATAGRAM, [0, 17]),
        ]),
        ...socket(FAMILY.netlink, RAW, [0]),
      ],
    },
    { name: 'socketpair', only: 'local ones', when: [[{ at: 0, is: FAMILY.unix }]] },
    {
      name: 'setsockopt',
      only: 'the usual options of sockets, TCP, IP and IPv6',
      when: [...options(1, OF_SOCKETS), ...options(6, OF_TCP), ...options(0, OF_IP), ...options(41, OF_IPV6)],
    },
  ],
};
