import { connect, createServer } from 'node:net'

/* A proxy as a process of its own, so that it can be stopped: then the kernel takes what its queue holds, and answers no more. */

const [, , target = '0'] = process.argv
const QUEUE = 1
const server = createServer((socket) => {
  const far = connect(Number(target), '127.0.0.1')
  far.on('error', () => socket.destroy())
  socket.on('error', () => far.destroy())
  socket.pipe(far).pipe(socket)
})
server.listen({ port: 0, host: '127.0.0.1', backlog: QUEUE }, () => process.send?.((server.address() as { port: number }).port))
