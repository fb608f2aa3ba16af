/** The chapters on the sheet, a line each. */
import type { ChapterDone, Tally } from '../../protocol/certificate.ts';
import { fitted } from './fit.ts';
import { bold, line, muted, tick, words } from './sheetParts.ts';
import { isComplete, resultWords } from './words.ts';

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Where each column begins, as a part of the width. */
const columns = { title: 0.04, ideas: 0.46, exercises: 0.55, questions: 0.665, result: 0.79 };
/** Lines are no higher than this, however few there are. */
const highest = 44;

export function drawTable(chapters: readonly ChapterDone[], box: Box): string[] {
  const height = Math.min(highest, (box.bottom - box.top) / (chapters.length + 1));
  const size = Math.min(16, 0.55 * height);
  const x = (column: keyof typeof columns) => box.left + columns[column] * (box.right - box.left);
  const head = (title: string, column: keyof typeof columns) =>
    words(title, x(column), box.top + 14, { size: 0.85 * size, fill: muted });
  return [
    head('chapter', 'title'),
    head('ideas', 'ideas'),
    head('exercises', 'exercises'),
    head('questions', 'questions'),
    head('newest result', 'result'),
    ...chapters.flatMap((chapter, i) => row(chapter, box.top + 14 + (i + 1) * height)),
  ];

  /** `y` is the baseline of its words. */
  function row(chapter: ChapterDone, y: number): string[] {
    const room = x('ideas') - x('title') - size / 2;
    const title = fitted(`${chapter.number}  ${chapter.title}`, size, room);
    const result = fitted(resultWords(chapter), 0.9 * size, box.right - x('result'));
    const cell = (tally: Tally, column: keyof typeof columns) =>
      words(count(tally), x(column), y, isComplete(tally) ? { size, fill: bold } : { size });
    return [
      line(box.left, box.right, y - 0.5 * height - 0.35 * size),
      ...(isComplete(chapter.ideas) ? [tick(box.left, y - 0.35 * size, size)] : []),
      words(title, x('title'), y, { size }),
      cell(chapter.ideas, 'ideas'),
      cell(chapter.exercises, 'exercises'),
      cell(chapter.questions, 'questions'),
      ...(result ? [words(result, x('result'), y, { size: 0.9 * size })] : []),
    ];
  }
}

function count({ done, all }: Tally): string {
  return all === 0 ? '–' : `${done} of ${all}`;
}
