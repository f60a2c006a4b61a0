import { setImmediate as turn } from 'node:timers/promises'

/** How many turns others had until the work was done. */
export async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let [turns, isDone] = [0, false]
  const done = work.catch(() => {}).finally(() => (isDone = true))
  for (await Promise.resolve(); !isDone; turns++) await turn()
  await done
  return turns
}
