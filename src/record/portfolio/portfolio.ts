import type { Rubric } from '../../domain/course/rubric.ts';
import type { MasteryRecord, ProjectRecord } from '../../mastery/record/record.ts';
import { credentialOf } from '../badges/credential.ts';
import type { BadgeIssuer } from '../badges/issuer.ts';
import type { PersonalData } from '../person-store.ts';
import { portfolioPage } from './page.tsx';
import { PERSONAL_DATA, WITHHELD } from './personal-data.ts';

/** What a portfolio is made from. */
export interface PortfolioParts {
  record: MasteryRecord;
  data: PersonalData;
  learner: { id: number; login: string };
  issuer: BadgeIssuer;
  /** The school's address; null where it has none. */
  url: string | null;
  /** Where GitHub shows pull requests, such as `https://github.com`. */
  github: string;
  /** The rubric that a project was mastered by. */
  rubricOf: (project: ProjectRecord) => Rubric | null;
  at: Date;
}

/** The files of a portfolio: path and text. */
export async function portfolioOf(parts: PortfolioParts): Promise<Map<string, string>> {
  const { record, at } = parts;
  const { withheld, ...data } = parts.data;
  const about = { about: parts.learner, madeAt: at.toISOString() };
  const badges = new Map<string, string>();
  const files = new Map<string, string>();
  for (const project of [...record.units.flatMap(({ projects }) => projects), ...record.formerProjects]) {
    const badge = await badgeOf(project, parts);
    if (badge === null) continue;
    const path = `badges/${project.slug}.json`;
    badges.set(project.slug, path);
    files.set(path, json(badge));
  }
  return new Map([
    ['index.html', await portfolioPage(record, badges)],
    ['record.json', json(record)],
    [PERSONAL_DATA, json({ ...about, ...data })],
    ...(Object.keys(withheld).length === 0 ? [] : [[WITHHELD, json({ ...about, withheld })] as const]),
    ...files,
  ]);
}

async function badgeOf(project: ProjectRecord, parts: PortfolioParts) {
  const { record, learner, issuer, url, github, rubricOf, at } = parts;
  const rubric = rubricOf(project);
  if (rubric === null) return null;
  const facts = { issuer: issuer.id, url, course: record.course, learner, rubric, github };
  const credential = credentialOf(project, facts);
  return credential === null ? null : issuer.sign(credential, at);
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
