// A worker in a process of its own, for tests that kill it. It marks slowly, and writes what it does to a file that
// outlives it: `marking <process>`, `result <pull request> <commit> <process>`.
import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { openLine } from '../../src/adapters/bullmq/line.ts';
import { openDatabase } from '../../src/adapters/postgres/database.ts';
import { startWorker } from '../../src/marking/worker.ts';
import type { Publisher } from '../../src/report/publisher.ts';
import { pullRequestIn } from '../intake/pulls.ts';
import { silent } from '../services/silent.ts';
import { gitHubInMemory, plainRendering } from './github-in-memory.ts';
import { notYet } from './markings.ts';
import { noAnswers, noCommands } from './no-commands.ts';
import { noPeers } from './no-peers.ts';
import { impatient, impatientPolicy } from './school.ts';
import { smallProject } from './small-project.ts';

const [databaseUrl = '', redisUrl = '', diary = '', markingMs = '', pulls = ''] = process.argv.slice(2);
const write = (line: string) => {
  appendFileSync(diary, `${line} ${process.pid}\n`);
};

const database = await openDatabase({ at: { url: databaseUrl }, log: silent, policy: impatientPolicy });
const github = gitHubInMemory();
for (const id of pulls.split(',')) github.push(pullRequestIn(Number(id)));
const publisher: Publisher = {
  publish: async (submission, report, ...rest) => {
    const outcome = await github.publisher.publish(submission, report, ...rest);
    if (outcome === 'published' && report.check.status === 'completed') {
      write(`result ${submission.pull.repositoryId} ${submission.headSha.slice(0, 1)}`);
    }
    return outcome;
  },
};

await startWorker(
  {
    stores: database,
    line: openLine({ url: redisUrl, prefix: 'school', log: silent }),
    ...github,
    publisher,
    rendering: plainRendering,
    mark: async () => {
      write('marking');
      await new Promise((resolve) => setTimeout(resolve, Number(markingMs)));
      return notYet();
    },
    projectOf: () => 'todo-cli',
    mayHoldProject: () => true,
    project: () => smallProject,
    projects: () => [smallProject],
    open: () => null,
    missingAgain: () => Promise.resolve([]),
    personMustLook: () => Promise.resolve(false),
    mayLearn: () => Promise.resolve(true),
    volunteers: () => Promise.resolve([]),
    roster: () => Promise.resolve(new Map()),
    answers: noAnswers,
    handlers: noCommands,
    peerWork: noPeers,
    rounds: [],
    newToken: randomUUID,
    log: silent,
  },
  impatient,
);
write('started');
