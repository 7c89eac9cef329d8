/** Figures as they are read: the middle, and how far they spread. */
export function figures(values: number[], unit: string): string {
  const sorted = values.toSorted((a, b) => a - b);
  const [least, middle, most] = [0, Math.floor(sorted.length / 2), sorted.length - 1].map((i) =>
    (sorted[i] ?? Number.NaN).toFixed(0),
  );
  return `median ${middle} ${unit} (${least} to ${most}, ${sorted.length} runs)`;
}
