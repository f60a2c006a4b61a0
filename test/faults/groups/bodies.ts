import type { Listening } from '../../../mocks/listen.ts'
import { type Corpus, each, inTurn } from '../corpus.ts'
import type { Fault, Trial } from '../fault.ts'
import { holdsFacts, holdsOneOf, meddledBy, playing, withBody } from '../playing.ts'
import { governmentFor } from '../rig.ts'

/* Bodies that are not what they should be, U15–U21: pages, wrong types, broken JSON and XML, faults, and lists that are none. */

const [XML, JSON_SOURCE] = ['diplomas', 'courses']
const TYPES = ['text/plain', 'application/octet-stream', 'image/png', 'application/problem+json', 'x', '']
const PROTOCOL = ['unreadable/protocol']
const PAGE = ['unavailable/html']

const TITLES = ['Кіру', 'Вход', 'Login', '502 Bad Gateway', 'Техникалық жұмыстар']
const HEADS: readonly ((title: string) => string)[] = [
  (title) => `<!DOCTYPE html><html><head><title>${title}</title></head><body></body></html>`,
  (title) => `<html>\n<head><title>${title}</title></head>\n<body></body>\n</html>`,
  (title) => `\uFEFF  \r\n<!doctype HTML PUBLIC "-//W3C//DTD HTML 4.01//EN"><HTML><TITLE>${title}</TITLE></HTML>`,
  (title) => `<?xml version="1.0" encoding="UTF-8"?><!-- ${title} --><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>`,
]
const PAGES = TITLES.flatMap((title) => HEADS.map((head) => head(title)))

/** Changes to JSON of the contract, after which it is none. */
const JSON_CORPUS: Corpus = {
  NaN: (text) => text.replace('72', 'NaN'),
  'a comma more': (text) => text.replace(']', ',]'),
  'a key twice': (text) => text.replace('"hours":72', '"hours":72,"hours":71'),
  'a key twice, escaped': (text) => text.replace('"hours":72', '"hours":72,"\\u0068ours":71'),
  'single quotation marks': (text) => text.replaceAll('"', "'"),
  'a comment': (text) => `/* mock */ ${text}`,
  'a second document': (text) => `${text}${text}`,
  'no end': (text) => text.slice(0, -1),
  'a hexadecimal number': (text) => text.replace('72', '0x48'),
  'a leading zero': (text) => text.replace('72', '072'),
  'a line inside of a text': (text) => text.replace('Өрлеу', 'Өр\nлеу'),
  'half of an escape': (text) => text.replace('Өрлеу', '\\u04'),
  'a function call': (text) => `callback(${text})`,
  'a guard before it': (text) => `)]}',\n${text}`,
  'a text alone': () => '"ok"',
  'a number alone': () => '0',
  'nothing but null': () => 'null',
  blanks: () => ' \r\n\t ',
}

/** The same of XML. */
const XML_CORPUS: Corpus = {
  'no end': (text) => text.slice(0, text.lastIndexOf('</')),
  'an element that nobody closes': (text) => text.replace('</series>', ''),
  'a second root': (text) => text + text,
  'text after the root': (text) => `${text}ok`,
  'text before the root': (text) => `ok${text}`,
  'an entity that nobody declared': (text) => text.replace('<series>BD', '<series>&bd;'),
  'a bare ampersand': (text) => text.replace('<series>BD', '<series>B & D'),
  'an attribute without quotation marks': (text) => text.replace('<series>', '<series kind=1>'),
  'a prefix that nobody declared': (text) => text.replace(/<(\/?)series>/g, '<$1zz:series>'),
  'overlapping elements': (text) => text.replace('</series><number>', '<number></series>'),
  'an instruction': (text) => text.replace('<series>', '<?php x ?><series>'),
  'a body twice': (text) => text.replace(/(<SOAP-ENV:Body[\s\S]*<\/SOAP-ENV:Body>)/, '$1$1'),
  'another root': (text) => text.replace(/soap:Envelope/g, 'soap:Letter'),
  'another namespace of the envelope': (text) => text.replaceAll('schemas.xmlsoap.org/soap/envelope', 'example.invalid/envelope'),
  blanks: () => ' \n ',
  'an empty root': () => '<a/>',
}

async function typed(trial: Trial, source: string, government: Listening): Promise<void> {
  for (const type of TYPES) {
    const played = await meddledBy(trial, source, (passed) => withBody(passed, passed.body, { 'content-type': type }), government)
    await holdsOneOf(trial, played, `called ${type}`, ['answered'])
    await holdsFacts(trial, played, `called ${type}`, 'all')
  }
  const called = await meddledBy(trial, source, (passed) => withBody(passed, passed.body, { 'content-type': 'text/html' }), government)
  await holdsOneOf(trial, called, 'called a page', PAGE)
}

const fault = (version: string, text: string) =>
  `<e:Envelope xmlns:e="${version}"><e:Body><e:Fault><faultcode>e:Server</faultcode><faultstring>${text}</faultstring></e:Fault></e:Body></e:Envelope>`
const VERSIONS = ['http://schemas.xmlsoap.org/soap/envelope/', 'http://www.w3.org/2003/05/soap-envelope']
/** No part of an answer may hold it. */
const CANARY = 'ORA-00942 mock canary'

async function faulty(trial: Trial): Promise<void> {
  const government = await governmentFor(trial)
  for (const version of VERSIONS) {
    for (const status of [200, 500]) {
      const played = await meddledBy(trial, XML, (passed) => ({ ...withBody(passed, fault(version, CANARY)), status }), government)
      await holdsOneOf(trial, played, `a fault with status ${status}`, ['unavailable/remote_error', 'unavailable/http_5xx'])
      trial.holds('O4', !JSON.stringify([played.answer.portfolio, played.rig.stack.logged]).includes(CANARY), 'the text of a fault got out')
    }
  }
}

export const bodies: readonly Fault[] = [
  {
    id: 'U15',
    promise: 'takes none of twenty pages for data',
    play: inTurn(playing('U15', '').play, async (trial) => {
      const government = await governmentFor(trial)
      for (const [place, page] of PAGES.entries()) {
        const source = [XML, JSON_SOURCE, 'leadership-reserve'][place % 3] ?? XML
        const type = ['text/html', 'text/xml', 'application/json'][(place + trial.seed) % 3] ?? ''
        const played = await meddledBy(trial, source, (passed) => withBody(passed, page, { 'content-type': type }), government)
        await holdsOneOf(trial, played, `page ${place} called ${type}`, PAGE)
      }
    }),
  },
  {
    id: 'U16',
    promise: 'reads the right body under a wrong type, and a page under none',
    play: inTurn(playing('U16', '').play, async (trial) => {
      const government = await governmentFor(trial)
      for (const source of [XML, JSON_SOURCE]) await typed(trial, source, government)
    }),
  },
  {
    id: 'U17',
    promise: 'refuses JSON that is none',
    play: inTurn(playing('U17', '').play, (trial) => each(trial, JSON_SOURCE, JSON_CORPUS, PROTOCOL)),
  },
  {
    id: 'U18',
    promise: 'refuses XML that is none, and two documents in one',
    play: inTurn(playing('U18', '').play, (trial) => each(trial, XML, XML_CORPUS, PROTOCOL)),
  },
  {
    id: 'U19',
    promise: 'takes a fault for no empty answer, and passes none of its text on',
    play: inTurn(playing('U19', '').play, faulty),
  },
  playing('U20', 'tells "no such person" apart from any other error inside of a good envelope'),
  playing('U21', 'calls a declared empty list empty, and nothing else'),
]
