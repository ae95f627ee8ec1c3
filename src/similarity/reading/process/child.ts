import { createReader } from '../read-files.ts';
import { type Answer, Question } from './messages.ts';
import { pack } from './packed.ts';

// The process that reads submissions (`reading-process.ts` starts it): it knows nothing else, and may be killed at any time.

const say = (answer: Answer): void => void process.send?.(answer);
const reader = await createReader();

async function answer(asked: unknown): Promise<void> {
  try {
    const { files, only, asWords, tokens } = Question.parse(asked);
    const read = await reader.read(files, {
      only,
      asWords: new Set(asWords),
      tokens,
      onFile: (path) => {
        say({ says: 'reading', path });
      },
    });
    say({ says: 'read', packed: pack(read.files), remarks: read.remarks });
  } catch (error) {
    say({ says: 'failed', why: error instanceof Error ? error.message : String(error) });
  }
}

// Questions may come before the last one is answered; they are answered one after the other.
let answered = Promise.resolve();
process.on('message', (asked) => {
  answered = answered.then(() => answer(asked));
});
// Whoever asks is gone.
process.on('disconnect', () => process.exit(0));
say({ says: 'ready' });
