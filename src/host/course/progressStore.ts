import * as vscode from 'vscode';
import { type Course, concepts } from '../../curriculum/course.ts';
import { isDone, isStarted, type Mark } from '../../curriculum/progress.ts';
import { setContext } from '../contextKeys.ts';
import { doneKey } from '../contributes/contextKeys.ts';
import { hintsKey } from '../exercises/hints.ts';
import { soon } from '../soon.ts';

const stored = 'progress.marks';
const currentChapter = 'progress.chapter';

/** What the learner has done; kept across workspaces, and across machines where Settings Sync is on. */
export class ProgressStore implements vscode.Disposable {
  readonly #course: Course;
  readonly #memory: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #later: vscode.Disposable;
  #marks: Set<Mark>;

  readonly onDidChange = this.#changed.event;

  constructor(course: Course, context: vscode.ExtensionContext) {
    this.#course = course;
    this.#memory = context.globalState;
    this.#marks = new Set(this.#memory.get<Mark[]>(stored, []));
    this.#later = soon(() => {
      context.globalState.setKeysForSync([stored, currentChapter, hintsKey]);
      this.#publish();
    });
  }

  get marks(): ReadonlySet<Mark> {
    return this.#marks;
  }

  get isStarted(): boolean {
    return concepts(this.#course).some((place) => isStarted(place, this.#marks));
  }

  /** Id of the chapter the learner touched last, else the first. */
  get chapterId(): string {
    return this.#memory.get(currentChapter, this.#course[0]?.id ?? '');
  }

  async enterChapter(id: string): Promise<void> {
    if (id === this.chapterId) return;
    await this.#memory.update(currentChapter, id);
    this.#publish();
  }

  async add(mark: Mark): Promise<void> {
    if (this.#marks.has(mark)) return;
    this.#marks.add(mark);
    await this.#save();
  }

  async reset(): Promise<void> {
    this.#marks.clear();
    await this.#memory.update(currentChapter, undefined);
    await this.#save();
  }

  dispose(): void {
    this.#later.dispose();
    this.#changed.dispose();
  }

  async #save(): Promise<void> {
    this.#publish();
    this.#changed.fire();
    await this.#memory.update(stored, [...this.#marks]);
  }

  /** Context keys tick the steps of walkthroughs and show welcome content. */
  #publish(): void {
    void setContext('genai101.started', this.isStarted);
    void setContext('genai101.chapter', this.chapterId);
    for (const place of concepts(this.#course)) {
      void setContext(doneKey(place.chapter.id, place.concept.id), isDone(place, this.#marks));
    }
    const did = (kind: string) => [...this.#marks].some((mark) => mark.startsWith(`${kind}:`));
    void setContext('genai101.did.figure', did('opened'));
    void setContext('genai101.did.openExample', did('copied') || did('ran'));
    void setContext('genai101.did.run', did('ran'));
  }
}
