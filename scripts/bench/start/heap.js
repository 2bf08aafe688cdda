/** The memory of the page and its workers, by the browser's own account, after a collection of garbage. */

const used = async (send) => {
  await send("HeapProfiler.enable");
  for (let time = 0; time < 3; time++) await send("HeapProfiler.collectGarbage");
  const { usedSize, backingStorageSize = 0 } = await send("Runtime.getHeapUsage");
  await send("HeapProfiler.disable");
  return (usedSize + backingStorageSize) / 1e6;
};

/** MB in use by the scripts of the main thread. */
export async function pageHeap(page) {
  const session = await page.context().newCDPSession(page);
  const found = await used((method) => session.send(method));
  await session.detach();
  return found;
}

/** MB in use by all workers of the page together, their array buffers included. */
export async function workersHeap(page) {
  const session = await page.context().newCDPSession(page);
  const workers = new Set();
  const waiting = new Map();
  let number = 0;
  session.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
    if (targetInfo.type === "worker") workers.add(sessionId);
  });
  session.on("Target.receivedMessageFromTarget", ({ message }) => {
    const { id, result, error } = JSON.parse(message);
    if (error) waiting.get(id)?.reject(new Error(error.message));
    else waiting.get(id)?.resolve(result);
  });
  await session.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  let sum = 0;
  for (const sessionId of workers) {
    sum += await used((method) => new Promise((resolve, reject) => {
      const id = ++number;
      waiting.set(id, { resolve, reject });
      session.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method }) }).catch(reject);
    }));
  }
  await session.detach();
  if (workers.size === 0) throw new Error("the page has no worker whose memory could be asked for");
  return sum;
}
