import type { Mock, Play } from './mock.ts'
import { mocks } from './mocks.ts'
import { BY_TRAIT, OF_ALL } from './plays.ts'

/** A scenario with the sources that it fits. */
export interface Scenario extends Play {
  readonly sources: readonly string[]
}

/** Everything that one source can play. */
export function playsOf({ traits, plays }: Mock): readonly Play[] {
  return [...OF_ALL, ...traits.flatMap((trait) => BY_TRAIT[trait]), ...plays]
}

function named(): readonly Scenario[] {
  const scenarios = new Map<string, Scenario>()
  for (const mock of mocks) {
    for (const play of playsOf(mock)) {
      scenarios.set(play.name, { ...play, sources: [...(scenarios.get(play.name)?.sources ?? []), mock.id] })
    }
  }
  return [...scenarios.values()]
}

/** Every named scenario with the sources that it fits. One name means one outcome. */
export const SCENARIOS: readonly Scenario[] = named()

/** The ids of the catalogue that a scenario plays. */
export function idsOf({ quirks, faults }: Play): readonly string[] {
  return [...quirks, ...faults]
}

/** The scenario that a source plays under a name, or the first under an id of the catalogue; null: it plays none such. */
export function scenarioFor(source: string, nameOrId: string): Scenario | null {
  const own = SCENARIOS.filter(({ sources }) => sources.includes(source))
  return own.find(({ name }) => name === nameOrId) ?? own.find((one) => idsOf(one).includes(nameOrId)) ?? null
}

/** Whether a scenario of that name or id exists for a source. */
export function fits(source: string, nameOrId: string): boolean {
  return scenarioFor(source, nameOrId) !== null
}
