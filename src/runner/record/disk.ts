import { note } from '../note.ts';

/** A full disk is no error of the script: training goes on and is seen live, and what is not kept is told once. */
export function unlessDiskFails<T>(write: (content: T) => unknown): (content: T) => void {
  let told = false;
  return (content) => {
    try {
      write(content);
    } catch (error) {
      if (!told) note(`From here on, this run is not recorded: ${error}`);
      told = true;
    }
  };
}
