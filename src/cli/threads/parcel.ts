import { deserialize, serialize } from "node:v8";

/** An answer on its way from one thread to another, or into a file: taken apart and put together only where that is needed. */
export interface Parcel<Answer> {
  /** The answer; what comes from another thread is put together anew each time. */
  open(): Answer;
  bytes(): Uint8Array;
}

/** A parcel of an answer that is at hand. */
export function parcelOf<Answer>(answer: Answer): Parcel<Answer> {
  return { open: () => answer, bytes: () => serialize(answer) };
}

/** The parcel that some bytes are. */
export function parcelFrom<Answer>(bytes: Uint8Array): Parcel<Answer> {
  return { open: () => deserialize(bytes) as Answer, bytes: () => bytes };
}
