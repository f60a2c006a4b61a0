import { createServer } from 'node:http'
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { embeddedStore } from '../../support/stores.ts'
import { type Corpus, each, inTurn } from '../corpus.ts'
import type { Fault, Trial } from '../fault.ts'
import { holdsFacts, holdsOneOf, isAboutData, meddledBy, meddledRig, personOf, playing, textOf, withBody } from '../playing.ts'
import { governmentFor } from '../rig.ts'

/* What texts and packings can hide, U37, U38 and U40–U42: chained encodings, entities, reserved names, wrong encodings, NUL. */

const [XML, JSON_SOURCE, LIST] = ['diplomas', 'courses', 'student-achievements']
const PROTOCOL = ['unreadable/protocol']

type Pack = (bytes: Uint8Array) => Uint8Array
const packs: Readonly<Record<string, Pack>> = {
  gzip: (bytes) => gzipSync(bytes),
  br: (bytes) => brotliCompressSync(bytes),
  deflate: (bytes) => deflateSync(bytes),
  zstd: (bytes) => zstdCompressSync(bytes),
  identity: (bytes) => bytes,
}
/** Encodings as they are named, and how the body is really packed. */
const CHAINS: readonly (readonly [named: string, packed: readonly string[], allowed: readonly string[]])[] = [
  ['gzip', ['gzip'], ['answered']],
  ['br', ['br'], ['answered']],
  ['deflate', ['deflate'], ['answered']],
  ['gzip, gzip', ['gzip', 'gzip'], PROTOCOL],
  ['gzip, br', ['gzip', 'br'], PROTOCOL],
  ['identity, gzip', ['gzip'], PROTOCOL],
  ['gzip,gzip,gzip,gzip,gzip,gzip,gzip,gzip', Array(8).fill('gzip'), PROTOCOL],
  ['zstd', ['zstd'], PROTOCOL],
  ['compress', ['identity'], PROTOCOL],
  ['gzip', ['identity'], PROTOCOL],
  ['br', ['gzip'], PROTOCOL],
  // Said nothing and packed twice: what is inside of the first is no text of the contract.
  ['', ['gzip', 'gzip'], [...PROTOCOL, 'unreadable/encoding']],
]

async function chained(trial: Trial): Promise<void> {
  const government = await governmentFor(trial)
  for (const [named, packed, allowed] of CHAINS) {
    for (const source of [XML, JSON_SOURCE]) {
      const pack = (bytes: Uint8Array) => packed.reduce((inner, name) => packs[name]?.(inner) ?? inner, bytes)
      const about = { 'content-encoding': named }
      const played = await meddledBy(trial, source, (passed) => withBody(passed, pack(passed.body), about), government)
      await holdsOneOf(trial, played, `packed as ${packed.join(', ')} and called ${named}`, allowed)
    }
  }
}

/** What nobody may fetch and no answer may hold. */
const SECRET = 'root:x:0:0'

/** Documents with a DOCTYPE; `address` is watched. */
function doctypes(address: string): Corpus {
  const before =
    (doctype: string, use = '') =>
    (text: string) =>
      `${doctype}${text.replace('<series>BD', `<series>${use || 'BD'}`)}`
  const laughs = Array.from({ length: 9 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`).join('')
  return {
    'a file of this machine': before('<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>', '&f;'),
    'an address': before(`<!DOCTYPE x [<!ENTITY f SYSTEM "${address}/entity">]>`, '&f;'),
    'a definition elsewhere': before(`<!DOCTYPE x SYSTEM "${address}/x.dtd">`),
    'a public definition': before(`<!DOCTYPE x PUBLIC "-//MOCK//X" "${address}/y.dtd">`),
    'a parameter entity': before(`<!DOCTYPE x [<!ENTITY % p SYSTEM "${address}/p"> %p;]>`),
    'a thousand million laughs': before(`<!DOCTYPE x [<!ENTITY l0 "ha">${laughs}]>`, '&l9;'),
    'a long entity many times': before(`<!DOCTYPE x [<!ENTITY a "${'a'.repeat(50_000)}">]>`, '&a;'.repeat(5000)),
    'after a declaration': (text) => `<?xml version="1.0"?><!-- x --><!DOCTYPE x>${text}`,
    'in small letters': before('<!doctype x [<!ENTITY f "v">]>', '&f;'),
    'inside of the envelope': (text) => text.replace('<series>', '<!DOCTYPE x><series>'),
  }
}

async function entities(trial: Trial): Promise<void> {
  let fetched = 0
  const watched = createServer((_, response) => {
    fetched++
    response.end(SECRET)
  })
  await new Promise<void>((resolve) => watched.listen(0, '127.0.0.1', resolve))
  trial.after(() => watched.close())
  const corpus = doctypes(`http://127.0.0.1:${(watched.address() as { port: number }).port}`)
  await each(trial, XML, corpus, PROTOCOL, ({ answer, rig }, about) => {
    const said = JSON.stringify([answer.portfolio, rig.stack.logged])
    trial.holds('O4', !said.includes(SECRET), `the text of a file in an answer: ${about}`)
  })
  // The document that employment sends as text is read by a second parser, which is the same door.
  const inner = (text: string) => text.replace(/&lt;ns3:contractResponse/, '&lt;!DOCTYPE x [&lt;!ENTITY f "v">]>$&')
  await each(trial, 'employment', { 'in a document inside': inner }, PROTOCOL)
  trial.holds('O4', fetched === 0, `${fetched} requests to the address of an entity`)
}

const RESERVED = ['__proto__', 'constructor', 'prototype']

async function reserved(trial: Trial): Promise<void> {
  const before = Object.getOwnPropertyNames(Object.prototype).join()
  const inJson = RESERVED.flatMap((name): [string, (text: string) => string][] => [
    [`${name} at the top`, (text) => text.replace('{', `{"${name}":{"admin":true},`)],
    [`${name} in a record`, (text) => text.replace('"hours"', `"${name}":{"hours":1},"hours"`)],
    [`${name} escaped`, (text) => text.replace('{', `{"\\u00${name.charCodeAt(0).toString(16)}${name.slice(1)}":{"admin":true},`)],
  ])
  const inXml = RESERVED.flatMap((name): [string, (text: string) => string][] => [
    [`${name} as an element`, (text) => text.replace('<series>', `<${name}><admin>1</admin></${name}><series>`)],
    [`${name} as an attribute`, (text) => text.replace('<series>', `<series ${name}="1">`)],
    [`${name} with a prefix`, (text) => text.replace('<series>', `<a:${name} xmlns:a="urn:x"/><series>`)],
  ])
  await each(trial, JSON_SOURCE, Object.fromEntries(inJson), PROTOCOL)
  await each(trial, XML, Object.fromEntries(inXml), PROTOCOL)
  trial.holds('O3', Object.getOwnPropertyNames(Object.prototype).join() === before, 'the prototype of all objects is another one')
}

/** Bytes that are no UTF-8, in the middle of a text. */
function spoilt(...bytes: readonly number[]) {
  return (text: string) => {
    const at = Buffer.byteLength(text.slice(0, text.search(/[а-яәі]/i)))
    const whole = Buffer.from(text)
    return Buffer.concat([whole.subarray(0, at), Uint8Array.from(bytes), whole.subarray(at)])
  }
}

const ENCODINGS: Corpus = {
  'a lone byte': spoilt(0xff),
  'the rest of a letter': spoilt(0x80),
  'a letter written too long': spoilt(0xc0, 0xaf),
  'half of a pair as bytes': spoilt(0xed, 0xa0, 0x80),
  'beyond the last letter': spoilt(0xf4, 0x90, 0x80, 0x80),
  'UTF-16': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'UTF-16 without a mark': (text) => Buffer.from(text, 'utf16le'),
}

/** Letters that were lost before they came to us: of two records the one with such a name is refused, of one the answer. */
const LOST: Corpus = {
  'a question mark for a letter': (text) => text.replace('ҚОРЫТУХАНОВ', '?ОРЫТУХАНОВ'),
  'a sign of replacement': (text) => text.replace('ҚОРЫТУХАНОВ', '\uFFFDОРЫТУХАНОВ'),
}

async function encodings(trial: Trial): Promise<void> {
  // UTF-16 without a mark is valid UTF-8 full of NUL where its letters are Latin.
  for (const source of [XML, JSON_SOURCE, LIST]) await each(trial, source, ENCODINGS, ['unreadable/encoding', ...PROTOCOL])
  for (const source of [XML, 'population-register']) await each(trial, source, LOST, ['unreadable/drift'])
}

/** Every kind of character that a store or a reader may stumble over. */
const UNICODE = [
  '\\u0000',
  '\\ud800',
  '\\udfff',
  '\\u0001',
  '\\u001f',
  '\\u007f',
  '\\u2028',
  '\\ufeff',
  '\\uffff',
  '\\u202e',
  '\\ud83d\\ude00',
]

async function stored(trial: Trial): Promise<void> {
  const store = await embeddedStore()
  trial.after(() => store.close())
  const { rig, meddler } = await meddledRig(trial, JSON_SOURCE, { store })
  for (const [place, written] of UNICODE.entries()) {
    const change = (text: string) => text.replaceAll('Өрлеу', `Өрлеу${written}`).replaceAll('-10', `-${written}10`)
    meddler.meddle({ answer: (passed, question) => (isAboutData(question) ? withBody(passed, change(textOf(passed))) : passed) })
    const answer = await rig.ask({ person: personOf(JSON_SOURCE), caseId: `unicode-${place}`, waitSeconds: 10 })
    await holdsOneOf(trial, { rig, answer, source: JSON_SOURCE }, `with ${written}`, [
      'answered',
      'partial/record_errors',
      'unreadable/drift',
    ])
    const again = await rig.stack.send('GET', `/v1/portfolios/${answer.portfolio?.id}`)
    trial.holds('O3', again.status === 200, `a portfolio with ${written} is not stored: ${again.status}`)
    // JSON.stringify writes halves alone as references.
    trial.holds('O2', !/\\ud[89a-f]/i.test(await again.text()), `half of a pair in a portfolio, with ${written}`)
  }
  meddler.meddle({})
  const clean = await rig.ask({ person: personOf(JSON_SOURCE), caseId: 'clean' })
  await holdsFacts(trial, { rig, answer: clean, source: JSON_SOURCE }, 'afterwards', 'all')
}

export const texts: readonly Fault[] = [
  { id: 'U37', promise: 'unpacks once, and refuses what is packed in any other way', play: inTurn(playing('U37', '').play, chained) },
  { id: 'U38', promise: 'refuses every DOCTYPE, and fetches nothing for it', play: inTurn(playing('U38', '').play, entities) },
  { id: 'U40', promise: 'refuses reserved names, and changes no prototype', play: inTurn(playing('U40', '').play, reserved) },
  {
    id: 'U41',
    promise: 'reads no letter out of a wrong encoding, and shows no name with lost ones',
    play: inTurn(playing('U41', '', (name) => (name.includes('1251') ? 'spelt' : 'all')).play, encodings),
  },
  { id: 'U42', promise: 'stores what can be stored, and fails over no character', play: inTurn(playing('U42', '').play, stored) },
]
