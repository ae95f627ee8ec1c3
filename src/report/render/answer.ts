import type { RootContent } from 'mdast';
import type { CommandReply, Whose } from '../../domain/command-reply.ts';
import type { Project } from '../../domain/course/project.ts';
import { quoted } from '../../domain/marked-text.ts';
import { criteriaSections } from './criteria.ts';
import { COMMENT_MOST } from './limits.ts';
import { heading, item, list, paragraph, print } from './markdown.ts';
import { answerPhrases } from './answer-phrases.ts';
import { prose } from './prose.ts';
import { drawSections } from './sections.ts';

/** The project of a slug; null where the course has none. */
type ProjectOf = (slug: string) => Pick<Project, 'rubric'> | null;

const words = answerPhrases;
const line = (text: string): RootContent => paragraph(...prose(text));
const typed = (usage: string): string => quoted(`/touchstone ${usage}`);

/** The answer to the commands of a comment, as Markdown; null where there is nothing to say in words. */
export function renderAnswer(replies: readonly CommandReply[], project: ProjectOf): string | null {
  const blocks = replies.flatMap((reply) => blocksOf(reply, project));
  return blocks.length === 0 ? null : print(blocks);
}

function blocksOf(reply: CommandReply, project: ProjectOf): RootContent[] {
  switch (reply.kind) {
    case 'help':
      return [
        line(words.help),
        list(reply.commands.map(({ usage, does }) => item(paragraph(...prose(`${typed(usage)}: ${does}`))))),
      ];
    case 'unknown':
      return [line(words.unknown(quoted(reply.name), typed(reply.nearest.usage), reply.nearest.does))];
    case 'incomplete':
      return [line(words.incomplete(typed(reply.usage), reply.expected))];
    case 'not-yours':
      return [line(words.notYours(typed(reply.usage), whoseOf(reply.whose)))];
    case 'refused':
      return [line(words.refused[reply.refusal])];
    case 'no-criterion':
      return [line(words.noCriterion(quoted(reply.asked), reply.known.map(quoted).join(', ')))];
    case 'explanation':
      return explanation(reply, project);
    case 'peers-looking':
    case 'no-peers':
    case 'no-appeal':
    case 'no-unit':
    case 'unit-open':
    case 'unit-mastered':
    case 'unit-waiting':
    case 'no-repositories':
    case 'unit-started':
    case 'retake':
    case 'not-mastered':
    case 'claimed':
    case 'not-theirs':
    case 'day-passed':
    case 'session-over':
      return [line(sentenceOf(reply))];
  }
}

type Blocks = 'help' | 'unknown' | 'incomplete' | 'not-yours' | 'refused' | 'no-criterion' | 'explanation';

/** The answers that are one sentence. */
function sentenceOf(reply: Exclude<CommandReply, { kind: Blocks }>): string {
  switch (reply.kind) {
    case 'peers-looking':
      return words.peersLooking;
    case 'no-peers':
      return words.noPeers[reply.because];
    case 'no-appeal':
      return words.noAppeal[reply.because];
    case 'no-unit':
      return words.noUnit(quoted(reply.asked), reply.known.map(quoted).join(', '));
    case 'unit-open':
      return unitOpen(reply);
    case 'unit-mastered':
      return words.unitMastered(reply.unit);
    case 'unit-waiting':
      return words.unitWaiting(reply.unit, typed(`challenge ${reply.id}`));
    case 'no-repositories':
      return words.noRepositories;
    case 'unit-started':
      return words.unitStarted(reply.unit, reply.project.title);
    case 'retake':
      return words.retake[reply.how](reply.unit, reply.project.title, quoted(reply.project.slug));
    case 'not-mastered':
      return words.notMastered;
    case 'claimed':
      return words.claimed(quoted(reply.by), words.sinceHours(reply.hours), typed(`claim @${reply.to}`));
    case 'not-theirs':
      return words.notTheirs[reply.because](quoted(reply.login));
    case 'day-passed':
      return words.dayPassed(reply.day);
    case 'session-over':
      return words.sessionOver(reply.minutes, reply.most);
  }
}

function unitOpen({ unit, project, already, starts }: Extract<CommandReply, { kind: 'unit-open' }>): string {
  const slug = quoted(project.slug);
  const open = already ? words.unitOpenAlready(unit, project.title, slug) : words.unitOpen(unit);
  const how =
    starts === null
      ? words.handIn(project.title, slug)
      : words.haveItMade(project.title, typed(`start ${starts}`));
  return `${open} ${how} ${words.likeEverybodys}`;
}

function whoseOf(whose: readonly Whose[]): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(whose.map((each) => words.whose[each]));
}

function explanation(
  { project: slug, criterion: id, found }: Extract<CommandReply, { kind: 'explanation' }>,
  project: ProjectOf,
): RootContent[] {
  const rubric = project(slug)?.rubric;
  const criterion = rubric?.stages.flatMap(({ criteria }) => criteria).find((each) => each.id === id);
  if (rubric === undefined || criterion === undefined) return [];
  const about = [heading(3, criterion.title), line(criterion.why)];
  if (found === null) return [...about, line(words.nothingFound)];
  if (found === 'not-in-public') return [...about, line(words.notInPublic)];
  const sections = criteriaSections({ feedback: [], untouchedStarter: false }, [found], rubric);
  return [...about, ...drawSections(sections, COMMENT_MOST / 2).blocks];
}
