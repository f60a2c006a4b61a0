import { connect } from 'node:net'
import { listen } from '../../src/node.ts'
import type { Stack } from '../support/stack.ts'
import type { Trial } from './fault.ts'

/** What came on a connection, and how it ended. */
export interface Heard {
  readonly text: string
  /** Statuses of the answers, in their order. */
  readonly statuses: readonly number[]
  readonly isClosed: boolean
}

/** Listens as `npm start` does, on a free port; the trial ends it. `slowestMs`: another limit than in production. The port. */
export async function openDoor(trial: Trial, stack: Stack, slowestMs?: number): Promise<number> {
  const { server, port } = await listen((request: Request) => stack.fetch(request), { port: 0, host: '127.0.0.1' }, slowestMs)
  trial.after(() => {
    server.close()
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
  return port
}

/** Where answers begin in what came: at the start, and after the end of the one before. */
const ANSWER = /HTTP\/1\.1 (\d{3}) /g

function heard(text: string, isClosed: boolean): Heard {
  return { text, isClosed, statuses: [...text.matchAll(ANSWER)].map(([, status]) => Number(status)) }
}

/** A connection on which these very bytes are sent; at its end what came of it. `quietMs`: so long without a word is an end too. */
export function sendRaw(port: number, bytes: string | readonly string[], quietMs = 1000): Promise<Heard> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let text = ''
    const end = (isClosed: boolean) => {
      socket.destroy()
      resolve(heard(text, isClosed))
    }
    socket.setTimeout(quietMs, () => end(false))
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
    })
    socket.on('error', () => {}).once('close', () => end(true))
    for (const piece of [bytes].flat()) socket.write(piece, 'latin1')
  })
}

/** A connection that sends the beginning at once and the rest byte by byte, and resolves when it is closed. */
export function sendSlowly(port: number, beginning: string, rest: string, everyMs: number): Promise<Heard> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => void socket.write(beginning, 'latin1'))
    let came = ''
    let sent = 0
    const timer = setInterval(() => socket.writable && sent < rest.length && socket.write(rest.charAt(sent++)), everyMs)
    socket.on('data', (chunk) => {
      came += chunk.toString('latin1')
    })
    socket
      .on('error', () => {})
      .once('close', () => {
        clearInterval(timer)
        resolve(heard(came, true))
      })
  })
}
