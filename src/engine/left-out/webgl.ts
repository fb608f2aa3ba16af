/** Stands in for the WebGL backend, which needs a screen; bundles take this instead. */

/** No version: it is not there. `tf.version` lists it all the same. */
export const version_webgl = undefined;
