import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { openPostgresDriver } from '../../src/store/postgres.ts'
import type { Trial } from './fault.ts'

/*
 * PostgreSQL servers of the trials' own: each from a copy of one template that has its tables, with everything synced to disk as a real one.
 * The server refuses root: there it runs as the user postgres.
 */

/** The folder of the server's programs; null: this machine has none. */
export function programs(): string | null {
  const newest = globSync('/usr/lib/postgresql/*/bin').toSorted((one, other) => other.localeCompare(one, 'en', { numeric: true }))
  return [...newest, ...(process.env.PATH ?? '').split(':')].find((folder) => existsSync(join(folder, 'initdb'))) ?? null
}

/** Whether faults of a real server are played: REQUIRE_POSTGRES makes of a missing one a failure. */
export function hasPostgres(): boolean {
  return programs() !== null || Boolean(process.env.REQUIRE_POSTGRES)
}

/** A server of one trial. Its files stay from one start to the next. */
export interface Cluster {
  readonly url: string
  readonly folder: string
  /** What it has logged, a line each. */
  readonly lines: readonly string[]
  /** The server and all that it has started. */
  pids(): readonly number[]
  isRunning(): boolean
  /** Resolves when it accepts connections. Throws where it ends before. */
  start(): Promise<void>
  /** `immediate` as by `pg_ctl -m immediate`; `kill`: every process at once, by kill -9. Resolves when the server is gone. */
  stop(how: 'fast' | 'immediate' | 'kill'): Promise<void>
  signal(signal: NodeJS.Signals): void
}

/** Where a cluster lies and how it is set. */
export interface ClusterOptions {
  readonly settings?: Readonly<Record<string, string | number>>
  /** A folder to put the data into, for a file system of its own. */
  readonly within?: string
  /** Follows another server until it is promoted. */
  readonly standby?: boolean
}

const READY = /database system is ready to accept (?:read-only )?connections/
const SETTINGS = { listen_addresses: '127.0.0.1', unix_socket_directories: '', shared_buffers: '16MB', fsync: 'on', max_wal_size: '8MB' }
const STARTS = 20

function idOf(flag: '-u' | '-g'): number | undefined {
  return process.getuid?.() === 0 ? Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' })) : undefined
}

/** As whom the server runs. */
export function owner(): { readonly uid?: number; readonly gid?: number } {
  const [uid, gid] = [idOf('-u'), idOf('-g')]
  return uid === undefined || gid === undefined ? {} : { uid, gid }
}

/** A new folder that the server may write to. */
export function folderOfServer(): string {
  const folder = mkdtempSync('/tmp/faults-postgres-')
  const { uid, gid } = owner()
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid)
  return folder
}

/** Below the ports that the system lends to connections: one of those may be taken when the server comes back. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000)
    const probe = createServer()
    const isFree = await new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true))
    })
    if (!isFree) continue
    await new Promise((resolve) => probe.close(resolve))
    return port
  }
}

function childrenOf(pid: number): readonly number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended meanwhile.
  }
}

/** Resolves true when the server says that it is ready, false when it ends before. */
function readiness(server: ChildProcess, lines: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    server.once('exit', () => resolve(false))
    if (server.stderr) createInterface(server.stderr).on('line', (line) => void (lines.push(line) && READY.test(line) && resolve(true)))
  })
}

/** A server over a folder of data that is there already. */
function serverOf(bin: string, folder: string, port: number, settings: ClusterOptions['settings'] = {}): Cluster {
  const options = Object.entries({ ...SETTINGS, port, ...settings }).flatMap(([key, value]) => ['-c', `${key}=${value}`])
  let server: ChildProcess | null = null
  const lines: string[] = []
  const pids = () => (server?.pid ? [server.pid, ...childrenOf(server.pid)] : [])
  const isRunning = () => server !== null && server.exitCode === null && server.signalCode === null
  return {
    url: `postgres://postgres:test@127.0.0.1:${port}/postgres`,
    ...{ folder, lines, pids, isRunning },
    async start() {
      // The memory of a killed server is held until the last of its processes is gone.
      for (let count = 0; count < STARTS; count++) {
        server = spawn(join(bin, 'postgres'), ['-D', folder, ...options], { stdio: ['ignore', 'ignore', 'pipe'], cwd: '/', ...owner() })
        if (await readiness(server, lines)) return
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      throw new Error('the server does not start')
    },
    async stop(how) {
      if (!server || !isRunning()) return
      const gone = once(server, 'exit')
      const all = pids()
      if (how === 'kill') for (const pid of all) send(pid, 'SIGKILL')
      else server.kill(how === 'fast' ? 'SIGINT' : 'SIGQUIT')
      await gone
    },
    signal: (signal) => pids().forEach((pid) => void send(pid, signal)),
  }
}

function run(program: string, args: readonly string[]): void {
  execFileSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'], cwd: '/', ...owner() })
}

function bin(): string {
  const found = programs()
  if (found === null) throw new Error('no PostgreSQL server programs found')
  return found
}

let template: Promise<string> | null = null
const roots: string[] = []

/** Removes the template: a runner of tests may end its processes without a word. */
export function removeTemplate(): void {
  template = null
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true })
}

/** Makes the template: an empty cluster of small segments, and the tables of the gateway in it. */
async function makeTemplate(): Promise<string> {
  const root = folderOfServer()
  roots.push(root)
  process.once('exit', removeTemplate)
  const folder = join(root, 'data')
  const encoding = ['--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync', '--wal-segsize=1']
  run(join(bin(), 'initdb'), ['-D', folder, '-U', 'postgres', ...encoding])
  const server = serverOf(bin(), folder, await freePort())
  await server.start()
  const driver = await openPostgresDriver({ url: server.url, migrate: true })
  await driver.ready()
  await driver.close()
  await server.stop('fast')
  return folder
}

/** A copy of the template that was not started yet; the trial ends it and removes it. */
export async function createCluster(trial: Trial, { settings, within, standby = false }: ClusterOptions = {}): Promise<Cluster> {
  template ??= makeTemplate()
  const from = await template
  const root = within ?? folderOfServer()
  if (within === undefined) trial.after(() => rmSync(root, { recursive: true, force: true }))
  const folder = join(root, 'data')
  run('cp', ['-a', from, folder])
  if (standby) run('touch', [join(folder, 'standby.signal')])
  const cluster = serverOf(bin(), folder, await freePort(), settings)
  const cut = () => cluster.signal('SIGKILL')
  process.once('exit', cut)
  trial.after(async () => {
    process.off('exit', cut)
    cluster.signal('SIGCONT')
    await cluster.stop('immediate')
  })
  return cluster
}

/** A server that accepts connections. */
export async function startCluster(trial: Trial, options: ClusterOptions = {}): Promise<Cluster> {
  const cluster = await createCluster(trial, options)
  await cluster.start()
  return cluster
}
