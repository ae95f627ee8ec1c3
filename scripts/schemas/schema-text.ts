import { z } from 'zod';
import { CourseFile } from '../../src/domain/course/course-file.ts';
import { PeopleFile } from '../../src/domain/people/person.ts';
import { Rubric } from '../../src/domain/course/rubric.ts';

/** The files of a course that have a schema, each with its own. */
const SCHEMAS = {
  'schemas/course.schema.json': { title: 'course.yml of a Touchstone course', schema: CourseFile },
  'schemas/people.schema.json': { title: 'people.yml of a Touchstone course', schema: PeopleFile },
  'schemas/rubric.schema.json': { title: 'rubric.yml of a project in a Touchstone course', schema: Rubric },
};

/**
 * The JSON Schemas of a course's files, by their paths, so that editors complete and check what an author types. What a
 * schema of JSON cannot say (bounds that hang on other values) `touchstone` says itself.
 */
export function schemaTexts(): [path: string, text: string][] {
  return Object.entries(SCHEMAS).map(([path, { title, schema }]) => {
    // What has a default may be left out of the file: `input`. Editors know draft 7 best.
    const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
    return [path, `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`];
  });
}
