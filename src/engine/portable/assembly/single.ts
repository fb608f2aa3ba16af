/** The module for one thread: in a web page, where memory cannot be shared, and where one thread is asked for. */
import { argsAt } from './call';
import { dispatch } from './dispatch';

export * from './module';

/** Runs a kernel whose arguments lie at argsAt(). The last parameter is the threaded module's. */
export function run(kind: i32, units: i32, _chunk: i32): void {
  if (units > 0) dispatch(kind, argsAt(), 0, units);
}
