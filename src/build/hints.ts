import { writeFile } from 'node:fs/promises';
import { course } from '../../walkthroughs/course.ts';
import { exerciseName } from '../curriculum/course.ts';

/** The hints of all exercises, by the exercise's name: read when one is asked for, so they are not in the bundle. */
export async function writeHints(file: string): Promise<void> {
  const hints = course.flatMap((chapter) =>
    chapter.exercises.map((exercise) => [exerciseName({ chapter, exercise }), exercise.hints]),
  );
  await writeFile(file, JSON.stringify(Object.fromEntries(hints)));
}
