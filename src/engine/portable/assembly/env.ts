/** What the module needs from outside: this file's name is that of the imports. */

/** Milliseconds on a clock. */
export declare function now(): f64;
