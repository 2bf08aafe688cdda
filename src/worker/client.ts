import type { Engine, RemoteEngine } from "./engine";
import { isAnswer } from "./messages";
import type { Port } from "./port";

/** Sends one call and promises its result. */
export type Send = <Method extends keyof Engine>(method: Method, args: Parameters<Engine[Method]>) => Promise<Awaited<ReturnType<Engine[Method]>>>;

/** An engine at the far end of a port, until it is closed. */
export interface Connection extends RemoteEngine {
  /** Lets every call that waits fail with the reason, and every later one too. */
  close(reason: Error): void;
}

/** An engine whose every method goes through `send`. */
export function remoteEngine(send: Send): RemoteEngine {
  return {
    about: (...args) => send("about", args),
    readConfig: (...args) => send("readConfig", args),
    configure: (...args) => send("configure", args),
    restore: (...args) => send("restore", args),
    spoilt: (...args) => send("spoilt", args),
    keep: (...args) => send("keep", args),
    upsert: (...args) => send("upsert", args),
    rename: (...args) => send("rename", args),
    remove: (...args) => send("remove", args),
    lint: (...args) => send("lint", args),
    turn: (...args) => send("turn", args),
    leave: (...args) => send("leave", args),
    lintAll: (...args) => send("lintAll", args),
    recall: (...args) => send("recall", args),
    judgeAll: (...args) => send("judgeAll", args),
    ignoring: (...args) => send("ignoring", args),
    excepting: (...args) => send("excepting", args),
    ignored: (...args) => send("ignored", args),
    settling: (...args) => send("settling", args),
    explain: (...args) => send("explain", args),
    view: (...args) => send("view", args),
    around: (...args) => send("around", args),
    among: (...args) => send("among", args),
    find: (...args) => send("find", args),
    creating: (...args) => send("creating", args),
    concept: (...args) => send("concept", args),
    labels: (...args) => send("labels", args),
    suggest: (...args) => send("suggest", args),
    linkPlace: (...args) => send("linkPlace", args),
    beginLinks: (...args) => send("beginLinks", args),
    askForLinks: (...args) => send("askForLinks", args),
    endLinks: (...args) => send("endLinks", args),
    resolve: (...args) => send("resolve", args),
    positions: (...args) => send("positions", args),
    conceptNotes: (...args) => send("conceptNotes", args),
    graph: (...args) => send("graph", args),
    exportGraph: (...args) => send("exportGraph", args),
    beginMap: (...args) => send("beginMap", args),
    advanceMap: (...args) => send("advanceMap", args),
    endMap: (...args) => send("endMap", args),
    keepMap: (...args) => send("keepMap", args),
    mapRelations: (...args) => send("mapRelations", args),
    findInMap: (...args) => send("findInMap", args),
    check: (...args) => send("check", args),
  };
}

/** Takes hold of the engine that is served at the other end of `port`. */
export function connect(port: Port): Connection {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  let closed: Error | undefined;
  port.onmessage = ({ data }) => {
    if (!isAnswer(data)) return;
    const call = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.error === undefined) call?.resolve(data.result);
    else call?.reject(new Error(data.error));
  };
  const send: Send = (method, args) =>
    new Promise((resolve, reject) => {
      if (closed) {
        reject(closed);
        return;
      }
      const id = ++last;
      waiting.set(id, { resolve: (value) => resolve(value as Awaited<ReturnType<Engine[typeof method]>>), reject });
      port.postMessage({ id, method, args });
    });
  return {
    ...remoteEngine(send),
    close(reason) {
      closed = reason;
      for (const { reject } of waiting.values()) reject(reason);
      waiting.clear();
    },
  };
}
