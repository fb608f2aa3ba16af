import type * as vscode from 'vscode';
import type { QuizAnswer } from '../../protocol/views.ts';

/** What a chapter's panel shows again when it is reopened. */
export interface PanelState {
  conceptId?: string;
  answers: QuizAnswer[];
  figures: Record<string, unknown>;
}

/** Kept across workspaces and windows, one entry a chapter. */
export class PanelStates {
  readonly #memory: vscode.Memento;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  get(chapterId: string): PanelState {
    return this.#memory.get(key(chapterId), { answers: [], figures: {} });
  }

  async showConcept(chapterId: string, conceptId: string): Promise<void> {
    await this.#memory.update(key(chapterId), { ...this.get(chapterId), conceptId });
  }

  /** The last answer to a question replaces the one before. */
  async answer(chapterId: string, answer: QuizAnswer): Promise<void> {
    const state = this.get(chapterId);
    const others = state.answers.filter((each) => each.questionId !== answer.questionId);
    await this.#memory.update(key(chapterId), { ...state, answers: [...others, answer] });
  }

  async figure(chapterId: string, figure: string, value: unknown): Promise<void> {
    const state = this.get(chapterId);
    const figures = { ...state.figures, [figure]: value };
    await this.#memory.update(key(chapterId), { ...state, figures });
  }

  async forget(): Promise<void> {
    const keys = this.#memory.keys().filter((each) => each.startsWith(key('')));
    for (const each of keys) await this.#memory.update(each, undefined);
  }
}

function key(chapterId: string): string {
  return `panel.${chapterId}`;
}
