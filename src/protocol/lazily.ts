import * as v from 'valibot';

/** A schema that is built when the first value is checked: the window that only shows the course starts without it. */
export function lazily<Schema extends v.GenericSchema>(build: () => Schema): v.LazySchema<Schema> {
  let built: Schema | undefined;
  return v.lazy(() => {
    built ??= build();
    return built;
  });
}
