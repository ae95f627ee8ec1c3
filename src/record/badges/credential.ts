import { createHash } from 'node:crypto';
import type { Rubric } from '../../domain/course/rubric.ts';
import type { ProjectRecord } from '../../mastery/record/record.ts';
import type { Credential } from './issuer.ts';

/** What a badge says, besides the record of the project. */
export interface BadgeFacts {
  /** The identifier of the issuer. */
  issuer: string;
  /** The school's address; null where it has none. */
  url: string | null;
  course: string;
  learner: { id: number; login: string };
  rubric: Rubric;
  /** Where GitHub shows pull requests, such as `https://github.com`. */
  github: string;
}

/**
 * The Open Badges 3.0 credential of a mastered project, not signed yet; null where it is not mastered. It is the same however often it is
 * made. It says what was asked for and met, and nothing of how often it was tried.
 * https://www.imsglobal.org/spec/ob/v3p0
 */
export function credentialOf(project: ProjectRecord, facts: BadgeFacts): Credential | null {
  const { masteredAt, slug } = project;
  const attempt = project.attempts.find(({ decision }) => decision === 'mastered');
  if (masteredAt === null || attempt === undefined) return null;
  const { issuer, url, course, learner, rubric, github } = facts;
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      // Knows the kind of the schema below.
      'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
    ],
    id: nameOf(issuer, slug, String(learner.id), attempt.commit),
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: rubric.title,
    issuer: { id: issuer, type: ['Profile'], name: course, ...(url !== null && { url }) },
    validFrom: masteredAt,
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        identity('userName', learner.login),
        // A login can be renamed, and be taken by somebody else; the number of an account cannot.
        identity('accountId', String(learner.id)),
      ],
      achievement: {
        id: nameOf(issuer, slug, attempt.rubric ?? ''),
        type: ['Achievement'],
        achievementType: 'Assignment',
        name: rubric.title,
        description: rubric.summary,
        criteria: { narrative: criteriaOf(rubric) },
        tag: [...new Set(rubric.stages.flatMap(({ criteria }) => criteria.flatMap(({ skills }) => skills)))],
      },
    },
    evidence: [
      {
        id: addressOf(attempt.pullRequest, github),
        type: ['Evidence'],
        name: `The work, at commit ${attempt.commit}`,
        description:
          attempt.signedBy === null
            ? 'It was assessed by the tests and rules of the project.'
            : 'It was assessed by the tests and rules of the project, and signed off by a member of staff.',
      },
    ],
    credentialSchema: [
      {
        id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json',
        type: '1EdTechJsonSchemaValidator2019',
      },
    ],
  };
}

const identity = (identityType: string, identityHash: string) => ({
  type: 'IdentityObject',
  hashed: false,
  identityHash,
  identityType,
});

/** What was asked for, as Markdown. */
function criteriaOf({ stages }: Rubric): string {
  return stages
    .map(({ id, threshold, criteria }) => {
      const level = `At least ${Math.round(threshold * 100)} % of *${id}*, and all that is essential:`;
      return [level, '', ...criteria.map(({ title }) => `- ${title}`)].join('\n');
    })
    .join('\n\n');
}

function addressOf(pullRequest: string, github: string): string {
  const [repository, number] = pullRequest.split('#');
  return `${github}/${repository ?? ''}/pull/${number ?? ''}`;
}

/** A name that is the same for the same things, in the form of a UUID (version 8 of RFC 9562). */
function nameOf(...parts: string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
