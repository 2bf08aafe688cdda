/** The text that comes most often, and how often; of equals the first one. */
export function mostCommon<Text extends string>(texts: Iterable<Text>): { text: Text; count: number } | undefined {
  const counts = new Map<Text, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  let best: { text: Text; count: number } | undefined;
  for (const [text, count] of counts) if (count > (best?.count ?? 0)) best = { text, count };
  return best;
}
