import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../../src/intake/commands/command.ts';
import { readCommands } from '../../../src/intake/commands/read-commands.ts';

const given = (comment: string) =>
  readCommands(comment).map((reading) => (reading.kind === 'command' ? reading.command : reading));

describe('a command in a comment', () => {
  test.each<[string, string, object[]]>([
    ['alone', '/touchstone mark', [{ name: 'mark' }]],
    ['in other letters', '/Touchstone MARK', [{ name: 'mark' }]],
    ['without a name, which asks for help', '/touchstone', [{ name: 'help' }]],
    ['below other words', 'I have mended it.\n\n/touchstone mark\n', [{ name: 'mark' }]],
    ['on a line of its own within a paragraph', 'Here it is:\n/touchstone mark', [{ name: 'mark' }]],
    ['with line ends of Windows', 'Done.\r\n/touchstone mark\r\n', [{ name: 'mark' }]],
    [
      'with a reason over several lines, Markdown and all',
      '/touchstone request-changes The brief says *two* words,\nand `three` are counted.',
      [{ name: 'request-changes', why: 'The brief says *two* words,\nand `three` are counted.' }],
    ],
    [
      'below HTML',
      '<p align="center">Well<br></p>\n<hr>\n\n<!-- <p> -->\n\n/touchstone mark',
      [{ name: 'mark' }],
    ],
    ['beside code', 'I ran `a\nb` and **`c`**.\n/touchstone mark', [{ name: 'mark' }]],
    ['beside another', '/touchstone mark\n/touchstone help', [{ name: 'mark' }, { name: 'help' }]],
    ['with a criterion', '/touchstone explain price-text', [{ name: 'explain', criterion: 'price-text' }]],
    ['to approve, without words', '/touchstone approve', [{ name: 'approve', why: null }]],
    ['with a kind word', '/touchstone mark please', [{ name: 'mark' }]],
    ['with a kind word before it', '/touchstone please mark, thank you! 🙏', [{ name: 'mark' }]],
    [
      'with more to say on the next line',
      '/touchstone mark\nI have mended the last row.',
      [{ name: 'mark' }],
    ],
    ['with a comma behind it', '/touchstone approve, great work', [{ name: 'approve', why: 'great work' }]],
    [
      'with a colon behind it',
      '/touchstone appeal: the brief says otherwise',
      [{ name: 'appeal', why: 'the brief says otherwise' }],
    ],
    ['in code of its own', '/touchstone `help`', [{ name: 'help' }]],
    [
      'in two words',
      '/touchstone request changes Who reads it?',
      [{ name: 'request-changes', why: 'Who reads it?' }],
    ],
    [
      'with days in a sentence',
      '/touchstone leave from 2026-09-01 to 2026-09-14.',
      [{ name: 'leave', from: '2026-09-01', to: '2026-09-14' }],
    ],
    ['for oneself, kindly', '/touchstone claim please', [{ name: 'claim', login: null }]],
    ['with thanks', '/touchstone useful yes, thanks', [{ name: 'useful', useful: true }]],
  ])('%s', (_how, comment, commands) => {
    expect(given(comment)).toEqual(commands);
  });

  test.each([
    ['quoted from somebody else', '> /touchstone approve'],
    ['quoted, and its line goes on lazily', '> well\n/touchstone approve'],
    ['in a fence', '```\n/touchstone approve\n```'],
    ['in a fence that is never closed', '~~~\n/touchstone approve'],
    ['in a fence with another inside', '````\n```\n/touchstone approve\n```\n````'],
    ['indented as code', 'Look:\n\n    /touchstone approve'],
    ['as code in a line', '`/touchstone approve`'],
    ['in a list', '- /touchstone approve'],
    ['in a task list', '- [ ] /touchstone approve'],
    ['in a table', '| a |\n| - |\n| /touchstone approve |'],
    ['in a heading', '# /touchstone approve'],
    ['in a footnote', 'See[^1].\n\n[^1]: /touchstone approve'],
    ['in HTML', '<details>\n/touchstone approve\n</details>'],
    ['in a comment that nobody sees', '<!--\n/touchstone approve\n-->'],
    ['in HTML with blank lines', '<details>\n\n/touchstone approve\n\n</details>'],
    ['in HTML that is never closed', 'Well.\n\n<blockquote>\n\n/touchstone approve'],
    ['as code that goes over lines', 'Write `this:\n/touchstone approve\n` there'],
    ['in a comment within a paragraph', 'Well <!-- yes\n/touchstone approve\n--> no'],
    ['in the middle of a line', 'please /touchstone approve'],
    ['as part of a longer word', '/touchstones approve'],
    ['as a path', '/touchstone/approve'],
    ['behind a backslash', '\\/touchstone approve'],
    ['with emphasis around it', '**/touchstone approve**'],
    ['with a character before it that shows nothing', '\u200b/touchstone approve'],
  ])('is none %s', (_how, comment) => {
    expect(given(comment)).toEqual([]);
  });

  test.each([
    ['/touchstone aprove', 'aprove', 'approve'],
    ['/touchstone reqest-changes', 'reqest-changes', 'request-changes'],
    ['/touchstone hlep me', 'hlep', 'help'],
  ])('that does not exist (%s) is told the nearest', (comment, name, nearest) => {
    expect(readCommands(comment)).toMatchObject([
      { kind: 'unknown', name, nearest: expect.any(String) as string },
    ]);
    if (name !== 'constructor') expect(readCommands(comment)).toMatchObject([{ nearest }]);
  });

  test.each([
    ['/touchstone request-changes', 'request-changes', 'what is missing, and why it matters'],
    ['/touchstone mark it as mastered', 'mark', 'nothing, as it stands alone on its line'],
    ['/touchstone appeal', 'appeal', 'why a person should look at it'],
    ['/touchstone leave 2026-09-14 2026-09-01', 'leave', 'expected "from" to come no later than "to"'],
    ['/touchstone leave tomorrow', 'leave', 'two days, such as 2026-09-01 2026-09-14'],
    ['/touchstone leave 2026-02-30 2026-03-01', 'leave', 'expected a day such as 2026-09-01'],
    ['/touchstone session half an hour', 'session', 'a number of minutes, such as 30'],
    ['/touchstone session 0 total', 'session', 'at least one minute'],
    ['/touchstone session 30', 'session', 'minutes, and a criterion or what it was about'],
    ['/touchstone snooze 2026-09-01', 'snooze', 'a day, and why not before'],
    ['/touchstone claim grace and ada', 'claim', 'nothing, or the login of a colleague, such as @grace'],
    ['/touchstone useful perhaps', 'useful', 'yes or no'],
    ['/touchstone explain', 'explain', 'the name of a criterion'],
    ['/touchstone start', 'start', 'the name of a unit'],
  ])('that lacks something (%s) is told what', (comment, name, expected) => {
    expect(readCommands(comment)).toEqual([{ kind: 'incomplete', name, expected }]);
  });

  test('is none because JavaScript knows the word', () => {
    expect(readCommands('/touchstone constructor')).toMatchObject([{ kind: 'unknown' }]);
  });

  test('is one of five at most', () => {
    expect(readCommands('/touchstone mark\n'.repeat(50))).toHaveLength(5);
  });

  test('is found in a comment of any length in reasonable time', () => {
    const long = `${'>'.repeat(5_000)}\n\n${'[a](b '.repeat(5_000)}\n\n/touchstone help`;
    expect(given(long)).toEqual([{ name: 'help' }]);
  });
});

test('whatever stands in the list of commands can be given as it says there', () => {
  const examples: Record<string, string> = {
    '<criterion>': 'total',
    '<why>': 'because',
    '<unit>': 'loops',
    '<from> <to>': '2026-09-01 2026-09-14',
    '[@login]': '@grace',
    '<day>': '2026-09-01',
    '<minutes>': '30',
    '<criterion or topic>': 'how to read an error',
    'yes|no': 'yes',
  };
  for (const [name, { usage }] of Object.entries(COMMANDS)) {
    const typed = Object.entries(examples).reduce((text, [from, to]) => text.replace(from, to), usage);
    expect(given(`/touchstone ${typed}`)).toMatchObject([{ name }]);
  }
});
