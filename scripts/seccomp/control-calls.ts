import { oneOf, type AllowedFamily } from './family.ts';

/** Requests to terminals, pipes, sockets and files. */
const IOCTL = {
  TCGETS: 0x5401,
  TCSETS: 0x5402,
  TCSETSW: 0x5403,
  TCSETSF: 0x5404,
  TCGETS2: 0x802c_542a,
  TIOCGPGRP: 0x540f,
  TIOCSPGRP: 0x5410,
  TIOCOUTQ: 0x5411,
  TIOCGWINSZ: 0x5413,
  FIONREAD: 0x541b,
  FIONBIO: 0x5421,
  FIONCLEX: 0x5450,
  FIOCLEX: 0x5451,
  // Of network interfaces: their list, flags, address, netmask, mtu, hardware address, index and name.
  SIOCGIFNAME: 0x8910,
  SIOCGIFCONF: 0x8912,
  SIOCGIFFLAGS: 0x8913,
  SIOCGIFADDR: 0x8915,
  SIOCGIFBRDADDR: 0x8919,
  SIOCGIFNETMASK: 0x891b,
  SIOCGIFMTU: 0x8921,
  SIOCGIFHWADDR: 0x8927,
  SIOCGIFINDEX: 0x8933,
  // A copy that shares its blocks: what `cp` and copyFile try first.
  FICLONE: 0x4004_9409,
};

const PRCTL = {
  SET_PDEATHSIG: 1,
  GET_PDEATHSIG: 2,
  GET_DUMPABLE: 3,
  SET_DUMPABLE: 4,
  SET_NAME: 15,
  GET_NAME: 16,
  GET_SECCOMP: 21,
  CAPBSET_READ: 23,
  SET_TIMERSLACK: 29,
  GET_TIMERSLACK: 30,
  SET_CHILD_SUBREAPER: 36,
  GET_CHILD_SUBREAPER: 37,
  SET_NO_NEW_PRIVS: 38,
  GET_NO_NEW_PRIVS: 39,
  SET_THP_DISABLE: 41,
  GET_THP_DISABLE: 42,
  GET_SPECULATION_CTRL: 52,
  // Of ARM: what the C library asks of pointers' tags when a program starts.
  SET_TAGGED_ADDR_CTRL: 55,
  GET_TAGGED_ADDR_CTRL: 56,
  // Names for pieces of memory: V8 and the C library give them.
  SET_VMA: 0x5356_4d41,
};

/** Calls that are many in one: what they are asked is what counts. */
export const controlCalls: AllowedFamily = {
  family: 'calls that are many in one',
  why: 'Programs need a few of their requests; the others are where drivers, and much else that is seldom looked at, can be reached.',
  calls: [],
  narrow: [
    {
      name: 'ioctl',
      only: 'is it a terminal and how wide, how much can be read, do not wait, what network interfaces there are, copy a file',
      when: oneOf(1, IOCTL),
    },
    {
      name: 'prctl',
      only: 'names of threads and memory, the signal at the death of the parent, who takes orphans, and questions',
      when: oneOf(0, PRCTL),
    },
  ],
};
