import { compared, indexed } from './answer.ts';
import { type Answer, Question } from './messages.ts';

// The process that compares (`comparing-process.ts` starts it): it knows no secret, and may be killed at any time.

const say = (answer: Answer): void => void process.send?.(answer);

process.on('message', (asked) => {
  try {
    const question = Question.parse(asked);
    if (question.what === 'index') say({ says: 'indexed', indexed: indexed(question) });
    else say({ says: 'compared', compared: compared(question) });
  } catch (error) {
    say({ says: 'failed', why: error instanceof Error ? error.message : String(error) });
  }
});
// Whoever asks is gone.
process.on('disconnect', () => process.exit(0));
say({ says: 'ready' });
