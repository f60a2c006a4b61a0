import type { SourceId } from '../../schemas/section.ts'
import type { Log, Transport } from '../ports.ts'
import type { Mode } from './mode.ts'
import type { Recorder } from './recorder.ts'
import type { Replay } from './replay.ts'
import {
  acting,
  type Compare,
  comparing,
  dispatching,
  type ModeDeps,
  recording,
  replaying,
  replayingElse,
  type Target,
} from './transports.ts'

/** A source with its mode; `scenario` is the one of the pretend government that it is to play. */
export interface SourceMode extends Target {
  readonly mode: Mode
  readonly scenario: string | null
}

/** What the modes are made of. */
export interface ModesDeps {
  readonly inner: Transport
  readonly log: Log
  readonly recorder: Recorder
  readonly replay: Replay
  readonly compare: Compare
}

function transportOf({ mode, scenario, id, url }: SourceMode, { inner, log, recorder, replay, compare }: ModesDeps): Transport {
  const deps: ModeDeps = { target: { id, url }, inner, log }
  const table: Readonly<Record<Mode, () => Transport>> = {
    live: () => inner,
    record: () => recording(deps, recorder),
    replay: () => replaying(deps, replay),
    'replay-else-record': () => replayingElse(deps, replay, recording(deps, recorder)),
    diff: () => comparing(deps, replay, compare),
    scenario: () => (scenario === null ? inner : acting(deps, scenario)),
  }
  return table[mode]()
}

/** The HTTP port with each source in its mode. */
export function modeTransport(sources: readonly SourceMode[], deps: ModesDeps): Transport {
  return dispatching(
    deps.inner,
    sources.map((source) => ({ url: source.url, transport: transportOf(source, deps) })),
  )
}

/** The sources in one of these modes. */
export function inMode(sources: readonly SourceMode[], ...modes: readonly Mode[]): ReadonlySet<SourceId> {
  return new Set(sources.filter(({ mode }) => modes.includes(mode)).map(({ id }) => id))
}
