import type * as vscode from 'vscode';

const batchMs = 100;

/**
 * The way to one page. Nothing is sent before the page says 'ready' or while it is hidden: the snapshot it gets
 * then holds it all. What follows goes out about ten times a second, news of the same kind as one.
 */
export class PageLink<ToPage> implements vscode.Disposable {
  readonly #webview: vscode.Webview;
  readonly #waiting = new Map<string, ToPage>();
  #timer: NodeJS.Timeout | undefined;
  #isOpen = false;
  #asked = 0;

  constructor(webview: vscode.Webview) {
    this.#webview = webview;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Sends a snapshot, unless another was asked for while this one was being read. */
  async open(snapshot: () => Promise<ToPage>): Promise<void> {
    const asked = ++this.#asked;
    const message = await snapshot();
    if (asked !== this.#asked) return;
    this.#isOpen = true;
    this.#waiting.clear();
    this.send(message);
  }

  /** The page is hidden or gone. */
  close(): void {
    this.#asked++;
    this.#isOpen = false;
    this.#waiting.clear();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** News that may wait; `merge` joins it with what waits under the same key, and without it replaces that. */
  put<News extends ToPage>(key: string, news: News, merge?: (old: News, news: News) => News): void {
    if (!this.#isOpen) return;
    const old = this.#waiting.get(key) as News | undefined;
    this.#waiting.set(key, old && merge ? merge(old, news) : news);
    this.#timer ??= setTimeout(() => this.#flush(), batchMs);
  }

  send(message: ToPage): void {
    if (this.#isOpen) void this.#webview.postMessage(message);
  }

  dispose(): void {
    this.close();
  }

  #flush(): void {
    this.#timer = undefined;
    for (const message of this.#waiting.values()) this.send(message);
    this.#waiting.clear();
  }
}
