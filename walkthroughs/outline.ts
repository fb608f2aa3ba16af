/** The course without its texts, for the extension host: computed once, when the extension is built. */
import { outlineOf } from '../src/curriculum/chapter.ts';
import { course } from './course.ts';

export const outline = course.map(outlineOf);
