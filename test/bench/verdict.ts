/** One line that says whether a promise was kept in this run. */
export function verdict(text: string, reached: boolean): void {
  console.log(`${reached ? '✔' : '✖'} ${text}`)
}

/** The value below which a share of all lies; 0 where there are none. */
export function percentile(values: readonly number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0
}
