import { hashOf, shardCount, type Shard } from "../core/index";

/** Keeps a snapshot. Each method throws, or tells of nothing, where that can't be done or what is held is damaged. */
export interface Store {
  /** Hands over the shards of an index in any order, and resolves to the generation that they are of; to undefined where none of this basis is held. */
  readIndex(basis: string, take: (shard: Shard) => void): Promise<string | undefined>;
  /** The texts of this basis that are kept under the numbers of shards. */
  readTexts(basis: string): Promise<string[]>;
  /** Writes all of it or nothing. Resolves to false where the index that is held is not of the generation: another has written meanwhile. */
  write(index: IndexChange, texts: TextChange): Promise<boolean>;
  close(): void;
}

/** The shards that have changed since a generation, and the generation that they make; without one to begin with, all shards. */
export interface IndexChange {
  basis: string;
  from: string | undefined;
  to: string;
  shards: ReadonlyMap<number, Shard>;
}

/** The texts that change under the numbers of shards: each is made of what is held, empty where there is none. */
export interface TextChange {
  basis: string;
  changes: ReadonlyMap<number, (held: string) => string>;
}

/** The version of the database, which grows when other stores are wanted. */
const layout = 1;

/** Who each part belongs to; the shards of the index; the texts. */
const stores = ["heads", "shards", "texts"] as const;

interface Head {
  basis: string;
  generation: string;
}

function isHead(value: unknown): value is Head {
  return typeof value === "object" && value !== null && "basis" in value && typeof value.basis === "string" && "generation" in value && typeof value.generation === "string";
}

function isShard(value: unknown): value is Shard {
  return typeof value === "object" && value !== null && "front" in value && typeof value.front === "string" && "readings" in value && typeof value.readings === "string";
}

/** A text with a check sum before it, and back; empty where it has been damaged. */
const sealed = (text: string): string => `${hashOf(text)} ${text}`;
function unsealed(held: unknown): string {
  const text = typeof held === "string" ? held.slice(held.indexOf(" ") + 1) : "";
  return sealed(text) === held ? text : "";
}

function answer<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the database fails"));
  });
}

function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error("it was given up"));
  });
}

function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, layout);
    const fail = () => reject(request.error ?? new Error("the database is blocked"));
    request.onupgradeneeded = () => {
      for (const store of stores) request.result.createObjectStore(store);
    };
    request.onblocked = fail;
    request.onerror = fail;
    request.onsuccess = () => {
      const { result } = request;
      // Who comes later with another layout is not kept waiting.
      result.onversionchange = () => result.close();
      resolve(result);
    };
  });
}

/** Opens the database of a name. What is there by this name of another layout is thrown away. Throws where there can be none. */
export async function openStore(name: string): Promise<Store> {
  let database = await openDatabase(name).catch(() => undefined);
  if (!database || !stores.every((store) => database?.objectStoreNames.contains(store))) {
    database?.close();
    await answer(indexedDB.deleteDatabase(name));
    database = await openDatabase(name);
  }
  const opened = database;

  const headOf = async (transaction: IDBTransaction, part: "index" | "texts", basis: string): Promise<Head | undefined> => {
    const head: unknown = await answer(transaction.objectStore("heads").get(part));
    return isHead(head) && head.basis === basis ? head : undefined;
  };

  const writeIndex = async (transaction: IDBTransaction, { basis, from, to, shards }: IndexChange): Promise<boolean> => {
    if (shards.size === 0) return true;
    const store = transaction.objectStore("shards");
    if (from === undefined) store.clear();
    else if ((await headOf(transaction, "index", basis))?.generation !== from) return false;
    // One after the other, so that nobody is kept waiting while all of them are copied.
    for (const [number, shard] of shards) await answer(store.put(shard, number));
    transaction.objectStore("heads").put({ basis, generation: to } satisfies Head, "index");
    return true;
  };

  const writeTexts = async (transaction: IDBTransaction, { basis, changes }: TextChange): Promise<void> => {
    if (changes.size === 0) return;
    const store = transaction.objectStore("texts");
    if (!(await headOf(transaction, "texts", basis))) {
      store.clear();
      transaction.objectStore("heads").put({ basis, generation: "" } satisfies Head, "texts");
    }
    for (const [number, change] of changes) await answer(store.put(sealed(change(unsealed(await answer(store.get(number))))), number));
  };

  return {
    async readIndex(basis, take) {
      const transaction = opened.transaction(stores);
      const head = await headOf(transaction, "index", basis);
      if (!head) return undefined;
      const store = transaction.objectStore("shards");
      // All are asked for at once: while one is taken the next ones are on their way.
      await Promise.all(Array.from({ length: shardCount }, async (_, number) => {
        const shard: unknown = await answer(store.get(number));
        if (!isShard(shard)) throw new Error("a shard is missing");
        take(shard);
      }));
      return head.generation;
    },
    async readTexts(basis) {
      const transaction = opened.transaction(stores);
      return (await headOf(transaction, "texts", basis)) ? (await answer(transaction.objectStore("texts").getAll())).map(unsealed) : [];
    },
    async write(index, texts) {
      const transaction = opened.transaction(stores, "readwrite");
      const end = ended(transaction);
      // Where it fails, this is told of by what has failed.
      end.catch(() => undefined);
      const isWritten = await writeIndex(transaction, index);
      if (isWritten) await writeTexts(transaction, texts);
      else transaction.abort();
      await end.catch((error: unknown) => {
        if (isWritten) throw error;
      });
      return isWritten;
    },
    close: () => opened.close(),
  };
}
