import { type Course, exampleName, examples, findExample } from '../../curriculum/course.ts';

/** Its network draws what it is asked for, in a few seconds. */
export const firstPicture = 'types-of-learning/generate-by-label.ts';

/** The example to run for whoever has no picture yet. */
export function pictureExample(course: Course) {
  const place = findExample(course, firstPicture) ?? examples(course)[0];
  return place && { example: exampleName(place), title: place.example.file };
}
