/** The learner's files in the order they were loaded. */
export const loadedScripts: string[] = [];
