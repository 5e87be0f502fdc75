/** Counts of all n-grams of `text` with `from` ≤ n ≤ `to` code points, with one blank at each end so that word edges count. */
export function countGrams(text: string, from: number, to: number): Map<string, number> {
  const counts = new Map<string, number>();
  const points = Array.from(` ${text.replace(/\s+/g, ' ').trim()} `);
  if (points.length <= 2) return counts;
  for (let start = 0; start < points.length; start++) {
    let gram = '';
    for (let size = 1; size <= to && start + size <= points.length; size++) {
      gram += points[start + size - 1];
      if (size >= from) counts.set(gram, (counts.get(gram) ?? 0) + 1);
    }
  }
  return counts;
}
