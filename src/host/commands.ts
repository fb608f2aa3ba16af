import * as vscode from 'vscode';
import { type CommandName, commandId, commandTable } from './contributes/commandTable.ts';
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

export function registerCommands(handlers: CommandHandlers): vscode.Disposable {
  const names = Object.keys(commandTable) as CommandName[];
  return vscode.Disposable.from(
    ...names.map((name) =>
      vscode.commands.registerCommand(commandId(name), async (target?: unknown) => {
        try {
          return await handlers[name](target);
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
