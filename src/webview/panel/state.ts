/** What a chapter's panel knows. The host owns it all; this is the copy that is drawn. */
import { signal } from '@preact/signals';
import type { RunView } from '../../protocol/run.ts';
import type { ExploredImage } from '../../protocol/runner.ts';
import type { HostToPanel, PanelToHost, QuizAnswer } from '../../protocol/views.ts';
import type { FigureHost } from '../kit/figureHost.ts';

type Post = (message: PanelToHost) => void;

interface Waiting {
  resolve(image: ExploredImage): void;
  reject(error: Error): void;
}

export class PanelState implements FigureHost {
  /** False until the host's first snapshot. */
  readonly ready = signal(false);
  readonly conceptId = signal('');
  readonly answers = signal<ReadonlyMap<string, QuizAnswer>>(new Map());
  readonly runs = signal<readonly RunView[]>([]);
  /** Why nothing can be run, in one sentence. */
  readonly blocked = signal<string | undefined>(undefined);
  readonly #post: Post;
  readonly #figures = new Map<string, unknown>();
  readonly #waiting = new Map<number, Waiting>();
  #requests = 0;

  constructor(post: Post) {
    this.#post = post;
  }

  receive(message: HostToPanel): void {
    switch (message.type) {
      case 'snapshot':
        this.#restore(message);
        break;
      case 'concept':
        this.conceptId.value = message.conceptId;
        break;
      case 'runs':
        this.runs.value = message.runs;
        break;
      case 'explored':
        this.#answer(message.requestId, message.image, message.error);
        break;
    }
  }

  show(conceptId: string): void {
    this.conceptId.value = conceptId;
    this.#post({ type: 'concept', conceptId });
  }

  answer(answer: QuizAnswer): void {
    this.answers.value = new Map(this.answers.value).set(answer.questionId, answer);
    this.#post({ type: 'answer', answer });
  }

  openExample(example: string): void {
    this.#post({ type: 'openExample', example });
  }

  runExample(example: string): void {
    this.#post({ type: 'runExample', example });
  }

  openGallery(runId: string): void {
    this.#post({ type: 'openGallery', runId });
  }

  saved(figure: string): unknown {
    return this.#figures.get(figure);
  }

  save(figure: string, state: unknown): void {
    this.#figures.set(figure, state);
    this.#post({ type: 'figure', figure, state });
  }

  explore(runId: string, name: string, values: number[]): Promise<ExploredImage> {
    const requestId = ++this.#requests;
    return new Promise((resolve, reject) => {
      this.#waiting.set(requestId, { resolve, reject });
      this.#post({ type: 'explore', runId, requestId, name, values });
    });
  }

  #restore(snapshot: Extract<HostToPanel, { type: 'snapshot' }>): void {
    for (const [figure, state] of Object.entries(snapshot.figures))
      this.#figures.set(figure, state);
    this.answers.value = new Map(snapshot.answers.map((answer) => [answer.questionId, answer]));
    this.runs.value = snapshot.runs;
    this.blocked.value = snapshot.blocked;
    this.conceptId.value = snapshot.conceptId;
    this.ready.value = true;
  }

  #answer(requestId: number, image: ExploredImage | undefined, error: string | undefined): void {
    const waiting = this.#waiting.get(requestId);
    this.#waiting.delete(requestId);
    if (image) waiting?.resolve(image);
    else waiting?.reject(new Error(error ?? 'The model gave no picture.'));
  }
}
