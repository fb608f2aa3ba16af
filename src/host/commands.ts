import * as vscode from 'vscode';
import { commandId } from './contributes/commandId.ts';
import { commandNames } from './contributes/commandNames.ts';
import type { CommandName } from './contributes/commandTable.ts';
import { showProblem } from './problem.ts';

/**
 * One handler for each command. The argument is what a lens, a tree row or a link hands over, and is
 * nothing when called from the palette; links can hold anything, so handlers take `unknown`.
 */
export type CommandHandlers = Record<CommandName, (target?: unknown) => unknown>;

/** The commands about runs. */
export type RunCommands = Pick<
  CommandHandlers,
  | 'runExample'
  | 'debugExample'
  | 'stop'
  | 'stopAll'
  | 'openGallery'
  | 'runAgain'
  | 'runTrial'
  | 'runWithSeed'
  | 'openRunScript'
  | 'compareRunScript'
  | 'openRunFolder'
  | 'exportRun'
  | 'deleteRun'
  | 'showOutput'
>;

/** About engines. */
export type EngineCommands = Pick<CommandHandlers, 'installNativeEngine' | 'removeNativeEngine'>;

/** About exercises. */
export type ExerciseCommands = Pick<
  CommandHandlers,
  'openExercise' | 'checkExercise' | 'showHint' | 'compareSolution' | 'resetExercise'
>;

/** All others. */
export type CourseCommands = Omit<
  CommandHandlers,
  keyof RunCommands | keyof EngineCommands | keyof ExerciseCommands
>;

/** @param load the handlers, when the first command is given */
export function registerCommands(load: () => Promise<CommandHandlers>): vscode.Disposable {
  let handlers: Promise<CommandHandlers> | undefined;
  return vscode.Disposable.from(
    ...commandNames.map((name) =>
      vscode.commands.registerCommand(commandId(name), async (target?: unknown) => {
        try {
          handlers ??= load();
          return await (await handlers)[name](target);
        } catch (error) {
          showProblem(error);
          return undefined;
        }
      }),
    ),
  );
}

/** A command as tree items and code lenses want it. */
export function command(name: CommandName, title: string, ...args: unknown[]): vscode.Command {
  return { command: commandId(name), title, arguments: args };
}

export function execute(name: CommandName, ...args: unknown[]): Thenable<unknown> {
  return vscode.commands.executeCommand(commandId(name), ...args);
}
