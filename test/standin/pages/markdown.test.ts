import { describe, expect, test } from 'vitest';
import type { Known } from '../../../src/standin/pages/enliven.ts';
import { renderMarkdown } from '../../../src/standin/pages/markdown.ts';

const known: Known = {
  account: (login) => (login.toLowerCase() === 'tom' ? '/tom' : null),
  pull: (repository, number) => (number === 7 ? `/${repository ?? 'school/hello'}/pull/7` : null),
  commit: (sha) => ('1234567890abcdef'.startsWith(sha) ? '/school/hello/commit/1234567' : null),
};
const render = (markdown: string) => renderMarkdown(markdown, known);

describe('a mention comes alive', () => {
  test.each(['@tom', 'Hello @tom!', '(@tom)', '\\@tom', '&#64;tom', '**@tom**', '@TOM'])('in %s', (text) => {
    expect(render(text)).toContain('<a href="/tom" class="mention">');
  });
  test.each([
    '`@tom`',
    '```\n@tom\n```',
    'tom@tom.example',
    '[@tom](https://example.com)',
    '@tommy',
    '@nobody',
    '@tom-x',
  ])('but not in %s', (text) => {
    expect(render(text)).not.toContain('class="mention"');
  });
});

describe('a reference comes alive', () => {
  test('to a pull request that exists, here or elsewhere', () => {
    expect(render('see #7')).toContain('<a href="/school/hello/pull/7" class="reference">#7</a>');
    expect(render('see a/b#7')).toContain('<a href="/a/b/pull/7" class="reference">a/b#7</a>');
    expect(render('see #8')).toBe('<p>see #8</p>');
    expect(render('`#7`')).not.toContain('<a');
  });
  test('to a commit that was pushed', () => {
    expect(render('at 1234567')).toContain(
      '<a href="/school/hello/commit/1234567" class="reference">1234567</a>',
    );
    expect(render('at 7654321')).not.toContain('<a');
  });
});

describe('HTML', () => {
  test('that GitHub lets through is let through', () => {
    const html = render('<details>\n<summary>More</summary>\n\n- [x] done\n\n</details>');
    expect(html).toContain('<details>');
    expect(html).toContain('<summary>More</summary>');
    expect(html).toContain('type="checkbox" checked disabled');
  });
  test.each([
    ['<script>alert(1)</script>', '<script'],
    ['<img src="x" onerror="alert(1)">', 'onerror'],
    ['<a href="javascript:alert(1)">x</a>', 'javascript'],
    ['[x](javascript:alert(1))', 'javascript'],
    ['<iframe src="https://example.com"></iframe>', '<iframe'],
    ['<style>p { color: red }</style>', '<style'],
    ['<p style="color: red">x</p>', 'style='],
    ['<form action="/"><input name="a"></form>', '<form'],
  ])('%s is disarmed', (text, armed) => {
    expect(render(text)).not.toContain(armed);
  });
  test('a comment of the machine stays out of sight', () => {
    expect(render('<!-- a marker -->\n\nText')).toBe('\n<p>Text</p>');
  });
});

test('tables, struck text, bare addresses and line breaks are GitHub’s', () => {
  expect(render('| a |\n| - |\n| b |')).toContain('<td>b</td>');
  expect(render('~~no~~')).toContain('<del>no</del>');
  expect(render('https://example.com')).toContain('<a href="https://example.com">');
  expect(render('one\ntwo')).toContain('<br>');
});
