import type { Adapter } from '../../adapters/adapter.ts'
import type { SourceId } from '../../schemas/section.ts'
import type { SourceHealth } from '../../schemas/source-health.ts'
import type { Clock } from '../ports.ts'
import { newWatched, type Shape, type Watched } from './shape.ts'
import { driftOf, type Noted, nameOf, noteClean, noteSighting } from './shape-findings.ts'
import type { Sighting } from './shape-inspect.ts'
import { lookAt } from './shape-look.ts'
import { mergeShapes } from './shape-merge.ts'

/** One reply under the eyes of its baseline. */
export interface ShapeWatch {
  see(value: unknown): void
  /** The keys for which the mapping cannot be used on this reply; none: it can. */
  end(): readonly string[]
}

/** The baselines of all sources in this process: what is usual, and what has changed. */
export interface Shapes {
  /** `tell` hears of each change that the reply shows. */
  begin(adapter: Adapter, tell: (noted: Noted) => void): ShapeWatch
  /** Drift as the health shows it. */
  drift(source: SourceId): SourceHealth['drift']
  of(source: SourceId): Watched
  /** Lays what is kept under what this process has learnt. */
  take(source: SourceId, kept: Shape, revision: number): void
  /** The sources of which something is to be kept. */
  dirty(): readonly SourceId[]
}

type Group = readonly [Sighting, ...Sighting[]]

/** Sightings of one change together. */
function grouped(sightings: readonly Sighting[]): readonly Group[] {
  return [...Map.groupBy(sightings, nameOf).values()].flatMap(([first, ...more]) => (first ? [[first, ...more] as const] : []))
}

function noted(watched: Watched, sightings: readonly Sighting[], at: string): readonly Noted[] {
  const groups = grouped(sightings)
  noteClean(watched, new Set(groups.map(([first]) => nameOf(first))), at)
  return groups.map((group) => noteSighting(watched, group, at))
}

/** Numbers and names only, so an isolate may keep it between requests. */
export function createShapes(clock: Pick<Clock, 'now'>): Shapes {
  const sources = new Map<SourceId, Watched>()
  const of = (source: SourceId) => {
    const watched = sources.get(source) ?? newWatched()
    sources.set(source, watched)
    return watched
  }
  return {
    of,
    begin(adapter, tell) {
      const watched = of(adapter.id)
      const look = lookAt(adapter, watched)
      return {
        see: look.see,
        end() {
          const seen = look.end()
          if (!seen) return []
          const changes = noted(watched, seen.sightings, new Date(clock.now()).toISOString())
          for (const change of changes) tell(change)
          const rejected = changes.filter(({ finding }) => finding.decision === 'reject').map(({ finding }) => finding.field)
          return [...new Set([...seen.missing, ...rejected])]
        },
      }
    },
    drift: (source) => driftOf(of(source)),
    take(source, kept, revision) {
      const watched = of(source)
      watched.shape = mergeShapes(kept, watched.shape)
      watched.revision = revision
    },
    dirty: () => [...sources].flatMap(([source, { dirty }]) => (dirty ? [source] : [])),
  }
}
