import type { Adapter } from '../../adapters/adapter.ts'
import type { SourceId } from '../../schemas/section.ts'
import { type Config, ConfigError, prefixOf, type SourceConfig } from '../config.ts'
import type { Collector } from '../deps.ts'
import type { Clock, Log, Transport } from '../ports.ts'
import { fileOf } from '../settings-files.ts'
import { keyFile } from '../store/key-file.ts'
import type { PortfolioStore, Store } from '../store/store.ts'
import { CassetteError } from './cassette-error.ts'
import { createCompare } from './compare.ts'
import { folderCassettes, readFolder } from './folder.ts'
import { ignoring } from './ignore.ts'
import { meetingCollector } from './meeting-collector.ts'
import { modeStore } from './mode-store.ts'
import { inMode, modeTransport, type SourceMode } from './modes.ts'
import { createRecorder } from './recorder.ts'
import { recordingCollector } from './recording-collector.ts'
import { createRedactor } from './redactor.ts'
import { createReplay } from './replay.ts'
import { replayCase } from './replay-case.ts'
import { type UnknownScenario, unknownScenarios } from './scenario-names.ts'

/** The modes of a process that uses any. */
export interface OpenModes {
  readonly transport: Transport
  /** The collector that records; the same one where no source is recorded. */
  collector(collector: Collector, portfolios: Pick<PortfolioStore, 'latest'>): Collector
  /** The store in which a mode leaves nothing that another one could take for an answer of the source. */
  store(store: Store): Store
  /** Everything is on the disk. */
  close(): Promise<void>
}

/** What the modes of a process are made of. */
export interface OpenDeps {
  readonly config: Config
  readonly adapters: readonly Adapter[]
  readonly transport: Transport
  readonly clock: Clock
  readonly log: Log
}

function modeOf({ settings, mode, scenario }: SourceConfig): SourceMode[] {
  return settings.url === null ? [] : [{ id: settings.id, url: settings.url, mode, scenario }]
}

async function cassettesIn(folder: string) {
  try {
    return await readFolder(folder)
  } catch (error) {
    throw error instanceof CassetteError ? new ConfigError([`CASSETTES_DIR (${error.message})`]) : error
  }
}

/** Refuses scenarios that nobody plays: where all names stand, and the closest one. Throws `ConfigError`. */
async function checkScenarios(sources: readonly SourceMode[], transport: Transport, log: Log): Promise<void> {
  const unknown = await unknownScenarios(sources, transport, log)
  const faultOf = ({ id, closest }: UnknownScenario) =>
    `${prefixOf(id)}SCENARIO (${closest === null ? '' : `${closest}? `}npm run -s mocks -- --list)`
  if (unknown.length > 0) throw new ConfigError(unknown.map(faultOf))
}

/** Opens the folder and puts every source into its mode. Throws `ConfigError`. */
export async function openModes({ config, adapters, transport, clock, log }: OpenDeps): Promise<OpenModes> {
  const sources = config.sources.flatMap(modeOf)
  await checkScenarios(sources, transport, log)
  const redactor = createRedactor(keyFile(null, config.dataDir, 'cassettes.key'), adapters)
  const folder = folderCassettes(config.cassettesDir)
  const failed = (error: unknown) => log.error({ stage: 'cassettes' }, 'a cassette could not be written', error)
  const recorder = createRecorder({
    ...{ store: folder, redactor, now: clock.now, failed },
    dropped: (source: SourceId) => log.warn({ source, kind: 'not_recorded' }, 'asked about a person outside of a collection'),
    expected: async (one, lists) => (await replayCase([one, ...lists], { adapters })).portfolio as never,
  })
  const isRead = inMode(sources, 'replay', 'replay-else-record', 'diff').size > 0
  const lists = new Set(adapters.filter(({ delivery }) => delivery.kind === 'snapshot').map(({ id }) => id))
  const replay = createReplay({ cassettes: isRead ? await cassettesIn(config.cassettesDir) : [], redactor, lists })
  const report = (line: unknown) => void folder.report('diff', line).catch(failed)
  const rules = config.cassettesIgnore
  const ignored = rules === null ? ignoring('') : fileOf('CASSETTES_IGNORE', rules, ignoring)
  const compare = createCompare({ redactor, ignored, log, now: clock.now, report })
  const isRecording = inMode(sources, 'record', 'replay-else-record').size > 0
  for (const { id, mode } of sources) if (mode !== 'live') log.info({ source: id, state: mode }, 'source is not asked as in production')
  return {
    transport: modeTransport(sources, { inner: transport, log, recorder, replay, compare }),
    collector(collector, portfolios) {
      const recorded = isRecording ? recordingCollector(collector, { recorder, portfolios, renewed: inMode(sources, 'record') }) : collector
      return isRead ? meetingCollector(recorded, replay, portfolios) : recorded
    },
    store: (store) => modeStore(store, { sources, replay, now: clock.now }),
    close: recorder.flush,
  }
}
