import { type Deadline, within } from './deadline.ts'

/** Work that is done once for all who ask for it under one key while it is under way. Never used where promises must not be shared (Workers). */
export interface SingleFlight<Result> {
  /** Joins what is under way, with the caller's own deadline, or starts the work. `work` settles its failures into results. */
  share(key: string, deadline: Deadline, work: () => Promise<Result>): Promise<Result>
}

interface Flight<Result> {
  readonly done: Promise<Result>
  /** Of whoever leads it. */
  readonly deadline: Deadline
}

/** `isLate`: the result says only that the leader's time was over; a joiner that has time left then asks anew. */
export function createSingleFlight<Result>(isLate: (result: Result) => boolean): SingleFlight<Result> {
  const flights = new Map<string, Flight<Result>>()

  function lead(key: string, deadline: Deadline, work: () => Promise<Result>): Promise<Result> {
    const done = work().finally(() => flights.delete(key))
    flights.set(key, { done, deadline })
    return done
  }
  /** A leader whose caller goes away leads on as long as somebody has joined. */
  async function join({ done, deadline: leaders }: Flight<Result>, deadline: Deadline): Promise<Result> {
    const letGo = leaders.hold()
    try {
      return await within(deadline, done)
    } finally {
      letGo()
    }
  }
  return {
    async share(key, deadline, work) {
      for (let flight = flights.get(key); flight; flight = flights.get(key)) {
        // What was given up before we joined comes to nothing.
        const isGivenUp = flight.deadline.signal.aborted
        const result = await join(flight, deadline)
        if ((!isLate(result) && !isGivenUp) || deadline.signal.aborted) return result
      }
      return lead(key, deadline, work)
    },
  }
}
