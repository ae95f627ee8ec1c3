import { expect, it } from 'vitest';
import { renderReviewHint } from '../../../src/report/render/peers.ts';
import { greetingCard } from './greeting-card.ts';

it('one kind word asks a peer for the reason, and leads to the guide', () => {
  const hint = renderReviewHint('bo', 'reason', {
    ...greetingCard,
    reviewGuide: 'https://school.example/how',
  });
  expect(hint).toMatchInlineSnapshot(`
    "Thank you for looking at this, \`bo\`. What did you see that made you say so, and why does it matter? A sentence about that is what helps most. You can add it in another review.

    <details>
    <summary>What helps in a review</summary>

    What helps somebody who reads a review:

    - Say what you saw: in which line, or with which input.
    - Say why it matters: to whoever uses this, reads it, or changes it later.
    - Ask where you can: “What happens when the list is empty?” leads further than an answer.
    - Name something that works, and why it does.
    - Three things are enough. Begin with the one that matters most.

    [How to review, in more words, at school.example](https://school.example/how)

    </details>
    "
  `);
  expect(renderReviewHint('bo', 'question', greetingCard).split('\n')[0]).toMatchInlineSnapshot(
    `"Thank you for looking at this, \`bo\`. What is the reason behind it? Somebody who knows why can find out what to do, here and the next time; a question often helps more than an answer. You can add it in another review."`,
  );
});

it('a name is quoted: nobody is called twice', () => {
  expect(renderReviewHint('@octocat', 'reason', greetingCard)).toContain('`@octocat`');
});
