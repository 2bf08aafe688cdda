/**
 * The value below which a share of some numbers lies, between two of them where it falls there.
 * @param {readonly number[]} numbers in any order
 * @param {number} share from 0 to 1
 * @returns {number}
 */
export function quantile(numbers, share) {
  if (numbers.length === 0) throw new Error("there is nothing to take a quantile of");
  const sorted = [...numbers].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below + (above - below) * (place - Math.floor(place));
}

/** @param {readonly number[]} numbers */
export function median(numbers) {
  return quantile(numbers, 0.5);
}
