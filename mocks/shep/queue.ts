/** A message waiting in the queue of a sender; it is delivered again until it is acknowledged. */
export interface Waiting {
  readonly messageId: string
  readonly correlationId: string | null
  readonly messageType: 'RESPONSE' | 'NOTIFICATION'
  readonly messageDate: number
  /** Not delivered before. */
  readonly at: number
  readonly data: string
}

/** The queue of one sender: whoever polls takes whatever is there. */
export class Queue {
  private readonly waiting = new Map<string, Waiting>()
  private lastPollAt = Number.NEGATIVE_INFINITY

  put(...messages: readonly Waiting[]): void {
    for (const message of messages) this.waiting.set(message.messageId, message)
  }
  /** What is due, oldest first. */
  due(now: number, amount: number): readonly Waiting[] {
    return [...this.waiting.values()].filter(({ at }) => at <= now).slice(0, amount)
  }
  /** Whether two polls are closer together than allowed. */
  tooSoon(now: number, leastMs: number): boolean {
    const soon = now - this.lastPollAt < leastMs
    if (!soon) this.lastPollAt = now
    return soon
  }
  acknowledge(messageId: string): boolean {
    return this.waiting.delete(messageId)
  }
  clear(): void {
    this.waiting.clear()
    this.lastPollAt = Number.NEGATIVE_INFINITY
  }
}
