import { monitorEventLoopDelay } from 'node:perf_hooks'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { signBody } from '../../../mocks/shep/sign.ts'
import { inTurn } from '../corpus.ts'
import type { Fault, Trial } from '../fault.ts'
import type { Passed } from '../meddler.ts'
import { holdsOneOf, isAboutData, meddledRig, personOf, playing, withBody } from '../playing.ts'
import { governmentFor, type RigOptions } from '../rig.ts'
import { signedRig } from '../signed.ts'

/* Bodies that would fill the memory or hold up everybody else, U35, U36 and U39. What they cost is judged where nothing else runs. */

const [XML, JSON_SOURCE] = ['diplomas', 'courses']
const MIB = 1024 * 1024
/** The memory of the process may rise by so much, and the event loop be late by so much. */
const MOST_BYTES = 32 * MIB
const MOST_DELAY_MS = 50
const REFUSED = ['unreadable/protocol', 'unreadable/encoding', 'unreadable/drift', 'unreadable/signature']

const envelope = (inside: string) =>
  `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body>${inside}</e:Body></e:Envelope>`
/** As the bus answers, with this for data. */
const answered = (data: string) =>
  envelope(
    '<r:SendMessageResponse xmlns:r="http://bip.bee.kz/SyncChannel/v10/Types"><response>' +
      '<responseInfo><status><code>SCSS001</code></status></responseInfo>' +
      `<responseData><data>${data}</data></responseData></response></r:SendMessageResponse>`,
  )
const names = Array.from({ length: 40_000 }, (_, n) => `k${n}`)
const packedInEachOther = (levels: number) =>
  Array.from({ length: levels }).reduce<string>((inside) => gzipSync(inside).toString('base64'), '<a/>')
const deep = (depth: number) => envelope('<a>'.repeat(depth) + '</a>'.repeat(depth))
const attributes = (count: number) => envelope(`<a ${Array.from({ length: count }, (_, place) => `k${place}="v"`).join(' ')}/>`)

/** One body to each source: made when it is played, so that it is not held meanwhile. */
interface Bomb {
  readonly about: string
  readonly source: string
  readonly body: () => Uint8Array
  readonly encoding?: string
}

const text = (source: string, about: string, made: () => string): Bomb => ({ source, about, body: () => Buffer.from(made()) })
const packed = (source: string, about: string, encoding: string, body: () => Uint8Array): Bomb => ({ source, about, encoding, body })

const HUGE: readonly Bomb[] = [
  text(XML, 'one element of 50 MB', () => envelope(`<a>${'a'.repeat(50 * MIB)}</a>`)),
  text(JSON_SOURCE, 'one text of 50 MB', () => `{"items":["${'a'.repeat(50 * MIB)}"]}`),
  text(XML, 'a MiB and a byte', () => envelope('a'.repeat(MIB))),
  text(JSON_SOURCE, 'two MiB and a byte', () => `{"items":["${'a'.repeat(2 * MIB)}"]}`),
]
const PACKED: readonly Bomb[] = [
  packed(XML, 'gzip of 200 MB', 'gzip', () => gzipSync(Buffer.alloc(200 * MIB, 0x20))),
  packed(JSON_SOURCE, 'brotli of 100 MB', 'br', () => brotliCompressSync(Buffer.alloc(100 * MIB, 0x20))),
  packed(JSON_SOURCE, 'gzip that nobody named', '', () => gzipSync(Buffer.alloc(100 * MIB, 0x20))),
  packed(XML, 'gzip in gzip', 'gzip', () => gzipSync(gzipSync(Buffer.alloc(100 * MIB, 0x20)))),
]
const NESTED: readonly Bomb[] = [
  text(XML, 'ten thousand levels', () => deep(10_000)),
  text(XML, 'a hundred thousand levels', () => deep(100_000)),
  text(XML, 'siblings up to the cap', () => envelope('<a/>'.repeat(250_000))),
  text(XML, 'a hundred thousand attributes', () => attributes(100_000)),
  text(XML, 'a thousand namespaces in each other', () => envelope(Array.from({ length: 1000 }, (_, n) => `<a xmlns:n${n}="u">`).join(''))),
  text(XML, 'a million references', () => envelope(`<a>${'&lt;'.repeat(250_000)}</a>`)),
  text(XML, 'forty thousand names', () => answered(names.map((name) => `<${name}/>`).join(''))),
  text(XML, 'a document of references', () => answered(`&lt;a>${'&lt;b/>'.repeat(100_000)}&lt;/a>`)),
  text(XML, 'packed in each other', () => answered(packedInEachOther(200))),
  text(JSON_SOURCE, 'lists in lists', () => `{"items":${'['.repeat(500_000)}${']'.repeat(500_000)}}`),
  text(JSON_SOURCE, 'objects in objects', () => `{"items":${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}}`),
  text(JSON_SOURCE, 'three hundred thousand keys', () => `{${Array.from({ length: 150_000 }, (_, n) => `"k${n}":0`).join()}}`),
  text(JSON_SOURCE, 'forty thousand keys', () => `{"items":[{${names.map((name) => `"${name}":0`).join()}}]}`),
  text(JSON_SOURCE, 'a million empty lists', () => `{"items":[${'[],'.repeat(600_000)}[]]}`),
  text(JSON_SOURCE, 'a number of a million digits', () => `{"items":[${'9'.repeat(1_000_000)}]}`),
  text(JSON_SOURCE, 'a million backslashes', () => `{"items":["${'\\'.repeat(1_000_000)}"]}`),
]

/** Plays one bomb, and looks at memory and event loop meanwhile. */
async function detonate(trial: Trial, bomb: Bomb, options: RigOptions): Promise<void> {
  const { source, about, encoding } = bomb
  const { rig, meddler } = await meddledRig(trial, source, options)
  await rig.ask({ person: personOf(source), caseId: 'warm' })
  const body = bomb.body()
  const answer = (passed: Passed): Passed => withBody(passed, body, encoding ? { 'content-encoding': encoding } : {})
  meddler.meddle({ answer: (passed, question) => (isAboutData(question) ? answer(passed) : passed) })
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const came = await rig.ask({ person: personOf(source), caseId: 'bomb', waitSeconds: 10 })
  delay.disable()
  await holdsOneOf(trial, { rig, answer: came, source }, about, REFUSED)
  if (!trial.strict) return
  const [rise, late] = [process.memoryUsage.rss() - before, delay.max / 1e6]
  trial.holds('O1', rise <= MOST_BYTES, `${about}: ${Math.round(rise / MIB)} MiB more`)
  trial.holds('O1', late <= MOST_DELAY_MS, `${about}: the event loop was late by ${Math.round(late)} ms`)
}

function detonating(bombs: readonly Bomb[]): Fault['play'] {
  return async (trial) => {
    const government = await governmentFor(trial)
    for (const bomb of bombs) await detonate(trial, bomb, { government })
  }
}

/** Where signatures are agreed, what is wide is checked before it is read: as many elements as are checked, and more. */
async function detonatingSigned(trial: Trial): Promise<void> {
  const { signing, ...options } = await signedRig(trial, XML)
  for (const count of [9_900, names.length]) {
    const inside = names.slice(0, count).map((name) => `<${name}/>`)
    const open = answered(inside.join(''))
      .replace('<e:Body>', '<e:Header/><e:Body>')
      .replaceAll(/(<\/?)e:/g, '$1SOAP-ENV:')
      .replace('xmlns:e=', 'xmlns:SOAP-ENV=')
    const signed = await signBody(open, signing)
    await detonate(
      trial,
      text(XML, `${count} names, signed`, () => signed),
      options,
    )
    await detonate(
      trial,
      text(XML, `${count} names that should be signed`, () => open),
      options,
    )
  }
}

export const bombs: readonly Fault[] = [
  { id: 'U35', promise: 'reads of a huge body no more than its cap', play: inTurn(playing('U35', '').play, detonating(HUGE)) },
  { id: 'U36', promise: 'unpacks no more than its cap', play: inTurn(playing('U36', '').play, detonating(PACKED)) },
  {
    id: 'U39',
    promise: 'refuses what is nested too deeply or too wide, and holds nobody up',
    play: inTurn(playing('U39', '').play, detonating(NESTED), detonatingSigned),
  },
]
