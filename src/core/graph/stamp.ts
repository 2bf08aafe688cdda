/** When a file was last changed, in milliseconds of the epoch, and its size in bytes: as it was before its text was read. */
export interface Stamp {
  mtime: number;
  size: number;
}

/** A file of a vault as it is now. */
export interface StampedFile extends Stamp {
  path: string;
}

/** For how long after a change another one may bear the same time, in milliseconds: two seconds, as coarse as any file system counts (FAT). */
const tick = 2000;

/** Whether a file whose text was read at a moment, in milliseconds of the epoch, has surely changed no more since if its stamp is still the same. */
export function isTrusted({ mtime }: Stamp, readAt: number): boolean {
  return readAt - mtime > tick;
}

/** Whether two stamps are the same. */
export function isSameStamp(one: Stamp | undefined, other: Stamp | undefined): boolean {
  return one !== undefined && other !== undefined && one.mtime === other.mtime && one.size === other.size;
}
