import type { Project } from '../../domain/course/project.ts';

/** Of a re-check: `project` is its title. */
const words = {
  pull: {
    title: (project: string) => `Your old project has grown a bug: ${project}`,
    body: (login: string, project: string) => [
      `@${login}, some weeks ago you mastered ${project}. Here it is again, as you wrote it, but for one small thing: somebody has changed a line, and now it does not do what it should.`,
      'Can you find the line, and mend it? Push to the branch of this pull request; it is marked like any other work, by the same tests.',
      'This takes nothing away: what you have mastered stays mastered. What was looked for once and found again stays in mind longer. If you would rather not, or have no time, leave it; it closes by itself.',
    ],
    reportFile: 'BUG.md',
    report: (project: string) =>
      `# ${project} does not do what it should\n\nSomething has changed, and we cannot tell where. Some of what worked does not work any more. The comment on the pull request says what the tests see.\n`,
  },
  found: {
    title: (project: string) => `Found and mended: ${project}`,
    lead: 'You have found the bug, and mended it: it does again what it should. You still have what this project is about. This pull request can be closed; nothing needs to be merged.',
  },
  there: {
    title: (project: string) => `The bug is still there: ${project}`,
    lead: 'Your old project has grown a bug: one small thing in it was changed, and the tests notice. Here is what they see. Find the place, mend it, and push. What you have mastered stays mastered, whatever comes of this.',
  },
};

/** What a learner reads in the pull request that brings a bug into their own old work. */
export function renderRecheck({ rubric }: Pick<Project, 'rubric'>, login: string) {
  const { pull } = words;
  return {
    title: pull.title(rubric.title),
    body: pull.body(login, rubric.title).join('\n\n'),
    report: { path: pull.reportFile, text: pull.report(rubric.title) },
  };
}

/** What is said of a result where it is a re-check; `found`: nothing is missing. */
export function recheckResult(
  found: boolean,
  { rubric }: Pick<Project, 'rubric'>,
): { title: string; lead: string } {
  const { title, lead } = found ? words.found : words.there;
  return { title: title(rubric.title), lead };
}
