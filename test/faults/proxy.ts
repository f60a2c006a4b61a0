import { connect, createServer, type Server, type Socket } from 'node:net'

/** What a proxy does to a connection; all of it can be changed while it runs. */
export interface Weather {
  /** `pass` by default; `reset` right after accepting, `hole`: accepted and never a word. */
  readonly mode?: 'pass' | 'reset' | 'hole'
  /** Waits before the first byte of each answer, milliseconds. */
  readonly delayMs?: number
  /** Answers come in pieces of so many bytes, `everyMs` apart. */
  readonly slice?: number
  readonly everyMs?: number
  /** The connection is reset after so many bytes of answers. */
  readonly cutAfter?: number
}

/** A proxy before a port of this machine. */
export interface TcpProxy {
  readonly url: string
  readonly weather: (weather: Weather) => void
  /** Connections that were made, from the beginning. */
  readonly made: () => number
  /** Connections that are open. */
  readonly open: () => number
  close(): Promise<void>
}

const pause = (ms: number) => (ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : null)

function pieces(chunk: Buffer, size: number): readonly Buffer[] {
  return Array.from({ length: Math.ceil(chunk.length / size) }, (_, index) => chunk.subarray(index * size, (index + 1) * size))
}

/** Writes a piece and waits where the reader is slow. */
async function put(to: Socket, piece: Buffer): Promise<void> {
  if (!to.write(piece) && !to.destroyed) await new Promise((resolve) => to.once('drain', resolve).once('close', resolve))
}

/** Resets when the bytes before are gone: a reset takes with it what is still in the buffer. */
async function cut(to: Socket, last: Buffer): Promise<void> {
  await new Promise((resolve) => to.write(last, resolve))
  to.resetAndDestroy()
}

/** Sends what the server said, as the weather wants it. */
async function pour(from: Socket, to: Socket, weather: () => Weather): Promise<void> {
  let sent = 0
  for await (const chunk of from as AsyncIterable<Buffer>) {
    const { delayMs = 0, slice = chunk.length, everyMs = 0, cutAfter = Number.POSITIVE_INFINITY } = weather()
    if (sent === 0) await pause(delayMs)
    for (const piece of pieces(chunk, slice)) {
      if (sent + piece.length >= cutAfter) return cut(to, piece.subarray(0, cutAfter - sent))
      if (to.destroyed) return
      await put(to, piece)
      sent += piece.length
      await pause(everyMs)
    }
  }
  to.end()
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
  })
}

/** Listens before `target` (a URL of this machine, asked for each connection); everything passes until the weather changes. */
export async function createProxy(target: string | (() => string)): Promise<TcpProxy> {
  const there = () => Number(new URL(typeof target === 'string' ? target : target()).port)
  const sockets = new Set<Socket>()
  let now: Weather = {}
  let made = 0
  const server = createServer((socket) => {
    made++
    sockets.add(socket)
    socket.on('error', () => {}).once('close', () => sockets.delete(socket))
    if (now.mode === 'reset') return void socket.resetAndDestroy()
    if (now.mode === 'hole') return void socket.resume()
    const far = connect(there(), '127.0.0.1').on('error', () => socket.resetAndDestroy())
    socket.pipe(far)
    socket.once('close', () => far.destroy())
    pour(far, socket, () => now).catch(() => socket.destroy())
  })
  const port = await listening(server)
  return {
    url: `http://127.0.0.1:${port}`,
    weather: (weather) => {
      now = weather
    },
    made: () => made,
    open: () => sockets.size,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
