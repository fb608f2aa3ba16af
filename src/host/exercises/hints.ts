import * as vscode from 'vscode';
import { type ExercisePlace, exerciseName } from '../../curriculum/course.ts';

/** The key under which they are stored. */
export const hintsKey = 'exercises.hints';

/** How many hints of each exercise the learner has asked for; carried by Settings Sync. */
export class Hints {
  readonly #memory: vscode.Memento;

  constructor(context: vscode.ExtensionContext) {
    this.#memory = context.globalState;
  }

  /** Shows the first hint, then one more each time it is asked for. */
  async show(place: ExercisePlace): Promise<void> {
    const { hints, title } = place.exercise;
    const index = Math.min(this.#shownOf(place), hints.length - 1);
    await this.#remember(place, index + 1);
    const more = 'Next Hint';
    const isLast = index === hints.length - 1;
    const answer = await vscode.window.showInformationMessage(
      `${title}, hint ${index + 1} of ${hints.length}: ${hints[index]}`,
      ...(isLast ? [] : [more]),
    );
    if (answer === more) await this.show(place);
  }

  async forget(place: ExercisePlace): Promise<void> {
    await this.#remember(place, 0);
  }

  #shownOf(place: ExercisePlace): number {
    return this.#memory.get<Record<string, number>>(hintsKey, {})[exerciseName(place)] ?? 0;
  }

  async #remember(place: ExercisePlace, shown: number): Promise<void> {
    const all = this.#memory.get<Record<string, number>>(hintsKey, {});
    await this.#memory.update(hintsKey, { ...all, [exerciseName(place)]: shown });
  }
}
