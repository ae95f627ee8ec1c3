import { describe, expect, test } from 'vitest';
import { firstForm, formOf } from '../../src/mastery/forms.ts';

const forms = (...names: string[]) => new Map(names.map((name) => [name, new Map<string, Uint8Array>()]));
const three = forms('shelf', 'cart', 'counter');
const attempts = (learner: number, count: number, of = three, project = 'shopping-basket') =>
  Array.from({ length: count }, (_, at) => formOf({ project, learner, attempt: at + 1 }, of));

describe('the form of an attempt', () => {
  test('is the same whenever it is asked for, and whatever order the forms are read in', () => {
    expect(attempts(7, 6)).toEqual(attempts(7, 6));
    expect(attempts(7, 6, forms('counter', 'shelf', 'cart'))).toEqual(attempts(7, 6));
  });

  test('differs from that of the attempt before it, and all come before one comes again', () => {
    for (let learner = 1; learner <= 50; learner += 1) {
      const given = attempts(learner, 6);
      expect(new Set(given.slice(0, 3)).size).toBe(3);
      expect(given.slice(3)).toEqual(given.slice(0, 3));
    }
  });

  test('begins somewhere else for one learner than for another, and for one project than for another', () => {
    const firsts = (project: string) =>
      Array.from({ length: 300 }, (_, learner) => attempts(learner + 1, 1, three, project)[0]);
    const counts = ['cart', 'counter', 'shelf'].map(
      (form) => firsts('shopping-basket').filter((first) => first === form).length,
    );
    // A fair lot gives 100 each, with a standard deviation of 8.
    for (const count of counts) expect(count).toBeGreaterThan(60);
    expect(firsts('shopping-basket')).not.toEqual(firsts('playlist'));
  });

  test('is none where the project has none, and the only one where it has one', () => {
    expect(formOf({ project: 'playlist', learner: 7, attempt: 3 }, forms())).toBeNull();
    expect(attempts(7, 3, forms('only'))).toEqual(['only', 'only', 'only']);
  });

  test('is told to nobody in particular, too', () => {
    expect(firstForm({ slug: 'shopping-basket', forms: three })).toBe(attempts(0, 1)[0]);
  });
});
