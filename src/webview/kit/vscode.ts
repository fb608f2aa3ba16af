/** The one door between a view and the extension host; types of both wires come from src/protocol/views.ts. */

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

export interface Host<Out> {
  post(message: Out): void;
  /** What `save` kept before the view was hidden or VS Code reloaded. Unchecked: check it before use. */
  restore(): unknown;
  save(state: unknown): void;
}

/** Call once per page, with what handles the host's messages; then post 'ready'. */
export function connect<In, Out>(onMessage: (message: In) => void): Host<Out> {
  const api = acquireVsCodeApi();
  window.addEventListener('message', (event: MessageEvent<In>) => onMessage(event.data));
  return {
    post: (message) => api.postMessage(message),
    restore: () => api.getState(),
    save: (state) => api.setState(state),
  };
}
