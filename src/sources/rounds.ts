/** Work that is repeated until it is stopped. */
export interface Rounds {
  /** Ends with the round that is under way. */
  stop(): Promise<void>
}

/**
 * Repeats a round that never throws, by a timer that keeps no process alive. Where one takes longer than `everyMs`, those that would begin
 * meanwhile are left out: a store that hangs is not asked again before it has answered.
 */
export function startRounds(round: () => Promise<void>, everyMs: number): Rounds {
  let running: Promise<void> | null = null
  const timer = setInterval(() => {
    running ??= round().finally(() => {
      running = null
    })
  }, everyMs)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
