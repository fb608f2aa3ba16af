/** The example scripts of the course. */
import path from 'node:path';
import { course } from '../../walkthroughs/course.ts';
import { root } from '../runner/runner.ts';

export interface ExampleFile {
  name: string;
  file: string;
}

export const examples: ExampleFile[] = course.flatMap(({ folder, examples }) =>
  examples.map((example) => ({
    name: path.basename(example.file, '.ts'),
    file: path.join(root, 'walkthroughs', folder, example.file),
  })),
);
