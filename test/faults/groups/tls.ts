import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer as createTlsServer, type TlsOptions } from 'node:tls'
import { promisify } from 'node:util'
import type { Listening } from '../../../mocks/listen.ts'
import { inTurn } from '../corpus.ts'
import type { Fault, Trial } from '../fault.ts'
import { factsOf, holdsOneOf, meddledRig, personOf, playing, rigOf } from '../playing.ts'
import { governmentFor, prefixOf, type RigOptions } from '../rig.ts'

/* Who is on the other side, U43, U44 and Q31: certificates of a local authority, made when they are needed, and redirects. */

const SICK = 'diplomas'
const run = promisify(execFile)

/** A folder with an authority, one below it, and certificates of both. */
interface Authority {
  readonly ca: string
  /** Key and certificate by name. */
  pair(name: string): Promise<{ readonly key: string; readonly cert: string }>
}

async function authority(trial: Trial): Promise<Authority> {
  const folder = await mkdtemp(join(tmpdir(), 'authority-'))
  trial.after(() => rm(folder, { recursive: true }))
  const openssl = (line: string) => run('openssl', line.split(' '), { cwd: folder })
  const key = (name: string) =>
    openssl(`req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ${name}.key -out ${name}.csr -subj /CN=mock-${name}`)
  async function signed(name: string, by: string, names: string, days: number): Promise<void> {
    await key(name)
    await writeFile(join(folder, `${name}.ext`), names)
    // Of its own, for those that are made at the same time would share a file of serial numbers.
    const serial = `-set_serial 0x${randomBytes(8).toString('hex')}`
    await openssl(`x509 -req -in ${name}.csr -CA ${by}.crt -CAkey ${by}.key ${serial} -days ${days} -extfile ${name}.ext -out ${name}.crt`)
  }
  const self = (name: string) =>
    openssl(`req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ${name}.key -out ${name}.crt -subj /CN=localhost -days 2`)
  await Promise.all([self('ca'), self('stranger'), self('self')])
  const here = 'subjectAltName=DNS:localhost,IP:127.0.0.1'
  await Promise.all([
    signed('good', 'ca', here, 2),
    signed('expired', 'ca', here, -1),
    signed('elsewhere', 'ca', 'subjectAltName=DNS:registry.example', 2),
    signed('untrusted', 'stranger', here, 2),
    signed('below', 'ca', 'basicConstraints=critical,CA:TRUE', 2).then(() => signed('incomplete', 'below', here, 2)),
  ])
  const read = (file: string) => readFile(join(folder, file), 'utf8')
  return { ca: await read('ca.crt'), pair: async (name) => ({ key: await read(`${name}.key`), cert: await read(`${name}.crt`) }) }
}

/** TLS before the pretend government; the port. */
async function tlsBefore(trial: Trial, government: Listening, options: TlsOptions): Promise<number> {
  const server = createTlsServer(options, (socket) => {
    const far = connect(Number(new URL(government.url).port), '127.0.0.1').on('error', () => socket.destroy())
    socket
      .on('error', () => far.destroy())
      .pipe(far)
      .pipe(socket)
    trial.after(() => socket.destroy())
  })
  server.on('tlsClientError', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  trial.after(() => server.close())
  return (server.address() as { port: number }).port
}

/** A source at an address of its own: what came of it, and how often it was really asked. */
async function askedAt(
  trial: Trial,
  government: Listening,
  url: string,
  allowed: readonly string[],
  about: string,
  ca: string | null,
): Promise<number> {
  government.government.reset()
  const options: RigOptions = { government, ...(ca === null ? {} : { client: { connect: { ca, timeout: 1000 } } }) }
  const rig = await rigOf(trial, SICK, { ...options, environment: { [`${prefixOf(SICK)}_URL`]: `${url}/${SICK}` } })
  const answer = await rig.ask({ person: personOf(SICK) })
  await holdsOneOf(trial, { rig, answer, source: SICK }, about, allowed)
  return government.government.journal.filter(({ source }) => source === SICK).length
}

const TLS = ['unavailable/tls']
const OLD = { ciphers: 'ALL@SECLEVEL=0', minVersion: 'TLSv1' } as const

/** The switch of Node that turns all checks off, which nothing here obeys. */
async function switchedOff(trial: Trial, government: Listening, pair: TlsOptions): Promise<void> {
  const port = await tlsBefore(trial, government, pair)
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
  try {
    await askedAt(trial, government, `https://localhost:${port}`, TLS, 'with the checks of Node switched off', null)
  } finally {
    delete process.env.NODE_TLS_REJECT_UNAUTHORIZED
  }
}

async function handshakes(trial: Trial): Promise<void> {
  const [government, { ca, pair }] = [await governmentFor(trial), await authority(trial)]
  const good = await pair('good')
  const refused: readonly (readonly [string, TlsOptions])[] = [
    ...(await Promise.all(['expired', 'elsewhere', 'self', 'untrusted'].map(async (name) => [name, await pair(name)] as const))),
    ['TLS 1.0', { ...good, ...OLD, maxVersion: 'TLSv1' }],
    ['TLS 1.1', { ...good, ...OLD, maxVersion: 'TLSv1.1' }],
    // In TLS 1.3 the handshake is over before they say so, and the connection just ends.
    ['a certificate wanted of us', { ...good, requestCert: true, rejectUnauthorized: true, ca, maxVersion: 'TLSv1.2' }],
    ['no common cipher', { ...good, maxVersion: 'TLSv1.2', ciphers: 'ECDHE-RSA-AES128-GCM-SHA256' }],
  ]
  for (const [about, options] of refused) {
    const port = await tlsBefore(trial, government, options)
    const asked = await askedAt(trial, government, `https://localhost:${port}`, TLS, about, ca)
    trial.holds('O4', asked === 0, `a question went out over TLS that is none: ${about}`)
  }
  await switchedOff(trial, government, await pair('self'))
  const plain = await askedAt(trial, government, government.url.replace('http', 'https'), TLS, 'no TLS at all', ca)
  trial.holds('O4', plain === 0, 'a question went out without TLS')
  const trusted = await askedAt(
    trial,
    government,
    `https://localhost:${await tlsBefore(trial, government, good)}`,
    ['answered'],
    'good',
    ca,
  )
  trial.holds('O2', trusted === 1, `${trusted} questions over good TLS`)
}

/** A chain that lacks its middle, and the same chain whole. */
async function chains(trial: Trial): Promise<void> {
  const [government, { ca, pair }] = [await governmentFor(trial), await authority(trial)]
  const [leaf, below] = [await pair('incomplete'), await pair('below')]
  const incomplete = await tlsBefore(trial, government, leaf)
  const asked = await askedAt(trial, government, `https://localhost:${incomplete}`, TLS, 'an incomplete chain', ca)
  trial.holds('O4', asked === 0, 'a question went out over an incomplete chain')
  const whole = await tlsBefore(trial, government, { ...leaf, cert: leaf.cert + below.cert })
  await askedAt(trial, government, `https://localhost:${whole}`, ['answered'], 'a whole chain', ca)
}

async function redirected(trial: Trial): Promise<void> {
  let followed = 0
  const elsewhere = createServer((_, response) => {
    followed++
    response.end('{}')
  })
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
  trial.after(() => elsewhere.close())
  const { port } = elsewhere.address() as { port: number }
  for (const status of [300, 301, 302, 303, 307, 308]) {
    for (const location of [
      `http://127.0.0.1:${port}/`,
      `//127.0.0.1:${port}/diplomas/`,
      'https://registry.example/',
      'file:///etc/passwd',
    ]) {
      const { rig, meddler } = await meddledRig(trial, SICK)
      meddler.meddle({ answer: (passed) => ({ ...passed, status, headers: { ...passed.headers, location } }) })
      const answer = await rig.ask({ person: personOf(SICK) })
      await holdsOneOf(trial, { rig, answer, source: SICK }, `status ${status}`, ['unavailable/http_4xx'])
      trial.holds('O3', factsOf(answer, SICK).length === 0 && meddler.asked() === 1, `facts of a redirect ${status}`)
    }
  }
  trial.holds('O4', followed === 0, `${followed} redirects were followed`)
}

export const tls: readonly Fault[] = [
  { id: 'U43', promise: 'follows no redirect', play: inTurn(playing('U43', '').play, redirected) },
  { id: 'U44', promise: 'asks nothing over TLS that it cannot trust', play: handshakes },
  { id: 'Q31', promise: 'trusts no chain that lacks its middle', play: chains },
]
