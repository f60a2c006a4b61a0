import { type Deadline, within } from './deadline.ts'

/** Work that is done once for all who ask for it under one key while it is under way. Never used where promises must not be shared (Workers). */
export interface SingleFlight<Result> {
  /** Joins what is under way, with the caller's own deadline, or starts the work. `work` settles its failures into results. */
  share(key: string, deadline: Deadline, work: () => Promise<Result>): Promise<Result>
}

/** `isLate`: the result says only that the leader's time was over; a joiner that has time left then asks anew. */
export function createSingleFlight<Result>(isLate: (result: Result) => boolean): SingleFlight<Result> {
  const flights = new Map<string, Promise<Result>>()

  function lead(key: string, work: () => Promise<Result>): Promise<Result> {
    const flight = work().finally(() => flights.delete(key))
    flights.set(key, flight)
    return flight
  }
  return {
    async share(key, deadline, work) {
      for (let flight = flights.get(key); flight; flight = flights.get(key)) {
        const result = await within(deadline, flight)
        if (!isLate(result) || deadline.signal.aborted) return result
      }
      return lead(key, work)
    },
  }
}
