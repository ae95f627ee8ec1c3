import { minimatch } from 'minimatch';
import type { Form } from '../../domain/course/form.ts';
import type { PullRequestForm } from '../../domain/pull-request-form.ts';
import { sectionsOf } from './headings.ts';

/** More names than these help nobody. */
const NAMED_AT_MOST = 5;

/**
 * What a pull request lacks to have the form that a rubric asks for: sentences that say what to do, the first thing first. Empty where it is
 * as it should be.
 *
 * @param changed paths of the files that it changes
 */
export function formProblems(form: Form, pull: PullRequestForm, changed: readonly string[]): string[] {
  const { branch, title, template, files } = form;
  return [
    ...(branch === undefined || fits(branch, pull.branch)
      ? []
      : [`Open the pull request from a branch named "${branch}"; this one comes from "${pull.branch}".`]),
    ...(title === undefined || fits(title, pull.title)
      ? []
      : [`Give the pull request a title like "${title}"; it is "${pull.title}" now.`]),
    ...templateProblems(template, pull.description),
    ...(files === undefined ? [] : fileProblems(files, changed)),
  ];
}

/** Case and spaces at the ends do not count; `*` stands for at least one letter. */
function fits(pattern: string, text: string): boolean {
  const parts = pattern.toLowerCase().split('*');
  const said = text.trim().toLowerCase();
  const [first = ''] = parts;
  if (parts.length === 1) return said === first;
  if (!said.startsWith(first)) return false;
  const last = parts.at(-1) ?? '';
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = said.indexOf(part, at + 1);
    if (found === -1) return false;
    at = found + part.length;
  }
  return said.endsWith(last) && said.length - last.length > at;
}

function templateProblems(template: readonly string[], description: string): string[] {
  if (template.length === 0) return [];
  const sections = sectionsOf(description);
  return template.flatMap((heading) => {
    const found = sections.filter((section) => section.heading.toLowerCase() === heading.toLowerCase());
    if (found.length === 0)
      return [`Give the description a heading "${heading}", and write something below it.`];
    return found.every(({ isEmpty }) => isEmpty)
      ? [`Write something below the heading "${heading}" of the description.`]
      : [];
  });
}

function fileProblems(files: readonly string[], changed: readonly string[]): string[] {
  const others = changed.filter((path) => !files.some((pattern) => minimatch(path, pattern, { dot: true })));
  if (others.length === 0) return [];
  const named = others.slice(0, NAMED_AT_MOST).map((path) => `"${path}"`);
  const more = others.length - named.length;
  return [
    `Leave as they were the files that are no part of this project: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
  ];
}
