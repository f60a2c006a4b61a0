import type { SourceId } from '../../schemas/section.ts'
import type { Clock } from '../ports.ts'
import type { SourceEvents } from './events.ts'
import type { XmlNode } from './xml.ts'
import { child, descendant } from './xml-tree.ts'

/** Where an answer says when it was made. */
export type Dated = 'Date' | 'responseDate'

/** Told when an answer was made by the clock of its source, milliseconds since 1970; null: it does not say. */
export type Heard = (where: Dated, theirs: number | null) => void

/** Clocks so far apart are one that is wrong, milliseconds (fault U34). */
const MOST_MS = 5 * 60_000
/** What a log line shows at most, seconds: a longer number could look like that of a person. */
const MOST_SHOWN = 999_999_999
/** With a zone, or without one: then it is the bus's own, UTC+5. */
const DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?$/

/** A time of the bus in milliseconds since 1970; null where it cannot be read. */
export function busTime(text: string | undefined): number | null {
  const match = DATE.exec(text?.trim() ?? '')
  if (!match) return null
  const time = Date.parse(match[1] ? match[0] : `${match[0]}+05:00`)
  return Number.isNaN(time) ? null : time
}

/** When a response of the bus was made: it stands in `responseInfo`, or in the response itself (wire formats, 1.1 and 2). */
export function respondedAt(response: XmlNode): number | null {
  return busTime((child(response, 'responseDate') ?? child(descendant(response, 'responseInfo'), 'responseDate'))?.text)
}

/** When an answer left its origin: a cache says how long it has kept it (RFC 9110, 6.6.1; RFC 9111, 5.1). */
export function sentAt(header: (name: string) => string | null): number | null {
  const age = Number(header('age') ?? 0)
  const time = Date.parse(header('date') ?? '') + (age > 0 ? age * 1000 : 0)
  return Number.isNaN(time) ? null : time
}

/** Clocks of sources beside ours: one that goes wrong is told once, until it is right again. No fact is changed for it. */
export function createSkewWatch(events: Pick<SourceEvents, 'happened'>, { now }: Clock): (source: SourceId) => Heard {
  const wrong = new Set<string>()
  return (source) => (where, theirs) => {
    if (theirs === null) return
    const key = `${source} ${where}`
    const skew = theirs - now()
    if (Math.abs(skew) <= MOST_MS) wrong.delete(key)
    else if (!wrong.has(key)) {
      wrong.add(key)
      const shown = Math.max(-MOST_SHOWN, Math.min(Math.round(skew / 1000), MOST_SHOWN))
      events.happened(source, 'clock_skew', { field: where, skewSeconds: shown })
    }
  }
}
