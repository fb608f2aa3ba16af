/** The rows of the Course tree. */
import type { Chapter } from '../../curriculum/chapter.ts';
import type { ConceptPlace, ExamplePlace } from '../../curriculum/course.ts';

export type CourseNode =
  | { kind: 'chapter'; chapter: Chapter }
  | ({ kind: 'concept' } & ConceptPlace)
  | ({ kind: 'step' } & ConceptPlace)
  | ({ kind: 'figure' } & ConceptPlace)
  | ({ kind: 'example' } & ExamplePlace & ConceptPlace);

/** Whether a command was given a row of the tree; commands can be given anything. */
export function isCourseNode(value: unknown): value is CourseNode {
  return typeof value === 'object' && value !== null && 'kind' in value && 'chapter' in value;
}
