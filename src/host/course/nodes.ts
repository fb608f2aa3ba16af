/** The rows of the Course tree. */
import type { ChapterOutline } from '../../curriculum/chapter.ts';
import type { ConceptPlace, ExamplePlace, ExercisePlace } from '../../curriculum/course.ts';

/** A row about a part of the course. */
export type LessonNode =
  | { kind: 'chapter'; chapter: ChapterOutline }
  | ({ kind: 'concept' } & ConceptPlace)
  | ({ kind: 'step' } & ConceptPlace)
  | ({ kind: 'figure' } & ConceptPlace)
  | ({ kind: 'example' } & ExamplePlace & ConceptPlace)
  | { kind: 'exercises'; chapter: ChapterOutline }
  | ({ kind: 'exercise' } & ExercisePlace);

/** The first steps come before the chapters, the certificate after them. */
export type CourseNode = { kind: 'start' } | LessonNode | { kind: 'certificate' };

/** Whether a command was given a row of the tree; commands can be given anything. */
export function isLessonNode(value: unknown): value is LessonNode {
  return typeof value === 'object' && value !== null && 'kind' in value && 'chapter' in value;
}
