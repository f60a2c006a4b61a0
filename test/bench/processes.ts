import { type ChildProcess, fork, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Job } from './load.ts'

/** A server of the benchmark: a process that prints the port it listens on as JSON. */
export interface Running {
  readonly url: string
  readonly pid: number
  stop(): Promise<void>
}

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url))

function portIn(line: string): number | null {
  try {
    const { port } = JSON.parse(line) as { port?: unknown }
    return typeof port === 'number' ? port : null
  } catch {
    return null
  }
}

function firstPort(child: ChildProcess, name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = ''
    const read = (chunk: Buffer) => {
      text += chunk.toString()
      const port = text
        .split('\n')
        .map(portIn)
        .find((found) => found !== null)
      if (!port) return
      // What it logs from now on is let go unread: looking at it would cost more than what is measured.
      child.stdout?.off('data', read).resume()
      resolve(port)
    }
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)))
    child.stdout?.on('data', read)
  })
}

/** Starts a file of the project and waits until it tells its port. */
export async function start(file: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Running> {
  const child = spawn(process.execPath, [here(file), ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await firstPort(child, file)
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

/** Peak resident memory of a process so far, MiB. */
export function peakMiB(pid: number): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
}

/** CPU time of a process so far, milliseconds. */
export function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

export interface Load {
  readonly perSecond: number
  readonly count: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  /** All of them, the shortest first. */
  readonly times: readonly number[]
  readonly statuses: Readonly<Record<string, number>>
}

/** A load of portfolios, or of what else the job says, from a process of its own. */
export function load(job: Omit<Job, 'path' | 'pauseMs'> & Partial<Job>): Promise<Load> {
  const child = fork(here('load.ts'))
  return new Promise((resolve, reject) => {
    child.once('message', (result) => resolve(result as Load))
    child.once('exit', (code) => code && reject(new Error(`the load ended with ${code}`)))
    child.send({ path: '/v1/portfolios', pauseMs: 0, ...job })
  })
}
