import * as vscode from 'vscode';
import { type ExercisePlace, exerciseName } from '../../curriculum/course.ts';
import { Problem } from '../problem.ts';

/** The key under which they are stored. */
export const hintsKey = 'exercises.hints';

/** dist/course/hints.json, as the build writes it: the hints of each exercise, by its name. */
type AllHints = Readonly<Record<string, readonly string[]>>;

/** How many hints of each exercise the learner has asked for; carried by Settings Sync. */
export class Hints {
  readonly #memory: vscode.Memento;
  readonly #file: vscode.Uri;

  constructor(context: vscode.ExtensionContext) {
    this.#memory = context.globalState;
    this.#file = vscode.Uri.joinPath(context.extensionUri, 'dist/course/hints.json');
  }

  /** Shows the first hint, then one more each time it is asked for. */
  async show(place: ExercisePlace): Promise<void> {
    const { title } = place.exercise;
    const hints = await this.#hintsOf(place);
    const index = Math.min(this.#shownOf(place), hints.length - 1);
    await this.#remember(place, index + 1);
    const isLast = index === hints.length - 1;
    // Always with a button: VS Code cuts a message that has none off after one line.
    const answer = await vscode.window.showInformationMessage(
      `${title}, hint ${index + 1} of ${hints.length}: ${hints[index]}`,
      isLast ? 'First Hint' : 'Next Hint',
    );
    if (answer === undefined) return;
    if (isLast) await this.forget(place);
    await this.show(place);
  }

  async forget(place: ExercisePlace): Promise<void> {
    await this.#remember(place, 0);
  }

  async #hintsOf(place: ExercisePlace): Promise<readonly string[]> {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(this.#file));
    const hints = (JSON.parse(text) as AllHints)[exerciseName(place)];
    if (!hints) throw new Problem(`“${place.exercise.title}” has no hints. Reinstall GenAI 101.`);
    return hints;
  }

  #shownOf(place: ExercisePlace): number {
    return this.#memory.get<Record<string, number>>(hintsKey, {})[exerciseName(place)] ?? 0;
  }

  async #remember(place: ExercisePlace, shown: number): Promise<void> {
    const all = this.#memory.get<Record<string, number>>(hintsKey, {});
    await this.#memory.update(hintsKey, { ...all, [exerciseName(place)]: shown });
  }
}
