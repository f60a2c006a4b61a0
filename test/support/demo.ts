import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { compileCache } from './compile-cache.ts'

/** A demo that is up: where its two halves listen, and a token of the platform. */
export interface Demo {
  readonly gateway: string
  readonly mocks: string
  readonly token: string
  stop(): Promise<void>
}

/** Without the settings of whoever runs the tests: the demo brings its own. */
const { PATH = '' } = process.env

async function printed(stdout: AsyncIterable<Buffer>, last: string): Promise<string> {
  let out = ''
  for await (const chunk of stdout) {
    out += chunk.toString()
    if (out.includes(last)) return out
  }
  throw new Error(`the demo ended before it was up: ${out.slice(-500)}`)
}

function found(out: string, pattern: RegExp): string {
  const value = pattern.exec(out)?.[1]
  if (value === undefined) throw new Error(`the demo did not print ${pattern}`)
  return value
}

/** Starts `npm run demo` as it is, on free ports, and waits until it has printed its links. */
export async function startDemo(): Promise<Demo> {
  const child = spawn(process.execPath, ['mocks/demo.ts'], {
    env: { PATH, ...compileCache, PORT: '0', MOCKS_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const out = await printed(child.stdout.iterator({ destroyOnReturn: false }), 'Ctrl+C')
  return {
    gateway: found(out, /^Gateway +(http:\/\/[\d.:]+)\/$/m),
    mocks: found(out, /(http:\/\/[\d.:]+)\/__mock$/m),
    token: found(out, /^export TOKEN=(\S+)$/m),
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      child.stdout.resume()
      await ended
    },
  }
}

/** Runs a program of the repository against a demo: its exit and what it printed. */
export async function runAgainst({ gateway, mocks, token }: Demo, file: string) {
  const env = { PATH, ...compileCache, GATEWAY_URL: gateway, MOCKS_URL: mocks, GATEWAY_TOKEN: token }
  const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const [out, err, [exit]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { exit, out, err }
}
