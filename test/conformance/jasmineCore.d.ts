/** The part of jasmine-core that the conformance run uses; the package has no types. */
declare module 'jasmine-core/lib/jasmine-core/jasmine.js' {
  interface SpecResult {
    status: string;
    fullName: string;
    failedExpectations: { message: string }[];
  }
  interface Spec {
    getFullName(): string;
  }
  export interface Env {
    configure(options: { random: boolean; specFilter(spec: Spec): boolean }): void;
    addReporter(reporter: { specDone(result: SpecResult): void }): void;
    execute(): Promise<unknown>;
  }
  interface Jasmine {
    getEnv(): Env;
  }
  /** `interface` makes describe, it, expect and the like. */
  const core: {
    core(parts: unknown): Jasmine;
    interface(jasmine: Jasmine, env: Env): object;
  };
  export = core;
}
