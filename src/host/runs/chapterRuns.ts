import type { ChapterRuns } from '../views/chapterPanel.ts';
import type { Runs } from './runs.ts';

/** The runs as the chapters' panels want them. */
export function chapterRuns(runs: Runs): ChapterRuns {
  return {
    onDidChange: runs.onDidChange,
    ofChapter: (chapterId) =>
      runs.all.filter((run) => run.head.chapter === chapterId).map((run) => run.view()),
    async explore(runId, name, values) {
      try {
        return { image: await runs.explore(runId, name, values) };
      } catch (error) {
        return { error: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}
