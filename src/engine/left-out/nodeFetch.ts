/** Stands in for the package node-fetch: Node has fetch itself. */
const nodeFetch = globalThis.fetch;
// biome-ignore lint/style/noDefaultExport: the package has a default export
export default nodeFetch;
