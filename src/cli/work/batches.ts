/** Bytes that a batch comes to at least and at most: enough that handing it over costs little, few enough that threads end together. */
const least = 32_768;
const most = 262_144;

/** How many batches each thread gets at least, where the batches need not be smaller for that than `least`. */
const perThread = 64;

/** Small notes cost something too: what a note counts beside its bytes. */
const perNote = 1024;

/**
 * Parts notes into batches of about the same work, in their order; those that are large by themselves come first, the
 * largest of all at the head, so that no thread is left with one at the end.
 */
export function batchesOf<Item extends { size: number }>(items: readonly Item[], threads: number): Item[][] {
  const weightOf = ({ size }: Item) => size + perNote;
  const total = items.reduce((sum, item) => sum + weightOf(item), 0);
  const full = Math.min(most, Math.max(least, total / (threads * perThread)));
  const large = items.filter((item) => weightOf(item) > full).sort((a, b) => b.size - a.size);
  const batches = large.map((item) => [item]);
  let batch: Item[] = [];
  let weight = 0;
  for (const item of items) {
    if (weightOf(item) > full) continue;
    if (weight + weightOf(item) > full && batch.length > 0) {
      batches.push(batch);
      batch = [];
      weight = 0;
    }
    batch.push(item);
    weight += weightOf(item);
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
