/** One end of a message channel: a worker, a worker's own scope, or a MessagePort. */
export interface Port {
  postMessage(message: unknown): void;
  get onmessage(): unknown;
  set onmessage(listener: (event: { data: unknown }) => void);
}
