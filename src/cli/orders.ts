import type { SourceHealth } from '../../schemas/source-health.ts'
import { almatyText } from './almaty.ts'
import { columns } from './layout.ts'
import type { Screen } from './terminal.ts'
import { actionWords, words } from './words.ts'

type Row = readonly [id: string, what: string, when: string, why: string]

/** What operators have ordered about one source: what, until when, who and why. */
export function ordersOf({ id, actions, maintenance }: SourceHealth, { language }: Pick<Screen, 'language'>): readonly Row[] {
  const end = (until: string | null) =>
    until === null ? words.endless[language] : `${words.until[language]} ${almatyText(until, language)}`
  const held = actions.map(({ kind, state, until, by, reason }): Row => {
    const what = kind === 'breaker' ? actionWords[state === 'closed' ? 'closed' : 'open'] : actionWords[kind]
    return [id, what[language], end(until), `${by}: ${reason}`]
  })
  const work = maintenance.flatMap(({ from, to, by, reason }): Row[] => {
    const when = `${almatyText(from, language)} – ${almatyText(to, language)}`
    return by === null ? [] : [[id, actionWords.maintenance[language], when, `${by}: ${reason}`]]
  })
  return [...held, ...work]
}

/** The orders that hold, a line each. */
export function orderTable(sources: readonly SourceHealth[], screen: Pick<Screen, 'language'>): readonly string[] {
  return columns(sources.flatMap((health) => ordersOf(health, screen)))
}
