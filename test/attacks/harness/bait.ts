import { randomBytes } from 'node:crypto';
import { mkdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Where on the machine submissions look for what is not theirs: each knows these places. */
const FOLDER = '/tmp/touchstone-attacks';
const PORTS = Array.from({ length: 8 }, (_, at) => 47_011 + at);
const ABSTRACT = Array.from({ length: 8 }, (_, at) => `\0touchstone-attacks-${at}`);

/** Things on the machine that no submission may reach. */
export interface Bait {
  /** Texts that only who has got out can know. */
  words: string[];
  /** Where somebody knocked. */
  visits: string[];
  /** The port that listens on every interface. */
  port: number;
  socket: string;
  remove(): Promise<void>;
}

/** Lays out a variable of the environment, a file, and listeners on TCP, on a socket's path and on an abstract one. */
export async function layBait(): Promise<Bait> {
  const word = `bait-${randomBytes(8).toString('hex')}`;
  const visits: string[] = [];
  const own = join(FOLDER, String(process.pid));
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, 'bait.txt'), word);
  process.env['TOUCHSTONE_BAIT'] = word;
  const knocked = (place: string) => () => visits.push(place);
  const servers: Server[] = [];
  const first = async (name: string, places: { path: string }[] | { port: number; host: string }[]) => {
    for (const place of places) {
      const server = createServer((socket) => {
        socket.destroy();
      }).on('connection', knocked(name));
      if (await listens(server, place)) {
        servers.push(server);
        return place;
      }
    }
    throw new Error(`nothing is free for ${name}`);
  };
  const tcp = await first(
    'tcp',
    PORTS.map((port) => ({ port, host: '::' })),
  );
  const unix = await first('unix socket', [{ path: join(own, 'bait.sock') }]);
  await first(
    'abstract socket',
    ABSTRACT.map((path) => ({ path })),
  );
  const host = hostname();
  return {
    // A short name of a machine may be a word of its own.
    words: [word, ...(host.length >= 8 && host !== 'localhost' ? [host] : [])],
    visits,
    port: 'port' in tcp ? tcp.port : 0,
    socket: 'path' in unix ? unix.path : '',
    async remove() {
      delete process.env['TOUCHSTONE_BAIT'];
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
      rmSync(own, { recursive: true, force: true });
      try {
        rmdirSync(FOLDER);
      } catch {
        // Others' bait lies there still.
      }
    },
  };
}

function listens(server: Server, place: { path: string } | { port: number; host: string }): Promise<boolean> {
  return new Promise((resolve) => {
    server.once('error', () => {
      resolve(false);
    });
    server.listen(place, () => {
      resolve(true);
    });
  });
}
