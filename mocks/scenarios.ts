import { type Mock, type Play, playing, type Trait } from './mock.ts'
import { mocks } from './mocks.ts'

/** A scenario with the sources that it fits. */
export interface Scenario extends Play {
  readonly sources: readonly string[]
}

/** Scenarios that every source can play. */
const OF_ALL: readonly Play[] = [
  playing('ok', '', 'answers as it should'),
  playing('down', '', 'the connection breaks before any answer', ['unavailable', 'connect']),
  playing('never', 'Q32', 'accepts the request and never answers', ['unavailable', 'timeout']),
  playing('slow', 'Q32', 'answers late, but answers'),
  playing('http-503', 'Q33', 'status 503 with Retry-After', ['unavailable', 'http_5xx']),
  playing('http-429', '', 'status 429 with Retry-After of a minute', ['unavailable', 'rate_limited']),
  playing('http-404', '', 'status 404 without the shape of an answer', ['unavailable', 'http_4xx']),
  playing('http-401', 'Q30', 'status 401 although the credentials are right', ['unavailable', 'auth']),
  playing('html-502', 'Q01', "a proxy's page with status 502", ['unavailable', 'html']),
  playing('html-200', 'Q02', 'a login page with status 200', ['unavailable', 'html']),
  playing('redirect', '', 'status 302 to another host', ['unavailable', 'http_4xx']),
  playing('empty-200', 'Q36', 'status 200 and no body', ['unreadable', 'protocol']),
  playing('truncated', 'Q35', 'the body is cut in the middle', ['unreadable', 'protocol']),
  playing('gzip-surprise', 'Q34', 'packed without saying so'),
  playing('bom', 'Q07', 'a byte order mark before the body'),
  playing('empty', 'Q13', 'the source answers: nothing', ['empty', null]),
  playing('drifted', 'Q42', 'a mandatory key is named otherwise everywhere', ['unreadable', 'drift']),
  playing('fault-200', 'Q03', 'a fault or an error object with status 200', ['unavailable', 'remote_error']),
]

/** Scenarios that sources play by what they are like. */
const BY_TRAIT: Readonly<Record<Trait, readonly Play[]>> = {
  person: [
    playing('wrong-person', 'Q23', "somebody else's record", ['foreign', 'subject_mismatch']),
    playing('digit-11', 'Q23', 'a number that differs in the eleventh digit alone', ['foreign', 'subject_mismatch']),
    playing('no-subject', 'Q22', 'the person is not echoed'),
    playing('mojibake', 'Q05', 'UTF-8 read as Latin-1 and written again'),
  ],
  records: [
    playing('wrong-type', 'Q42', 'one record has a value of a wrong type', ['partial', 'record_errors']),
    playing('duplicates', 'Q29', 'every record twice'),
    playing('ctrl-chars', 'Q44', 'a control character inside a text'),
    playing('nil-and-blank', 'Q12 Q18', 'nil, blank and dash for nothing'),
    playing('iin-number', 'Q14', 'the person number has lost its leading zeros'),
  ],
  bus: [
    playing('remote-error', 'Q43', "the provider's own error, with an inner text", ['unavailable', 'remote_error']),
    playing('shep-fault', 'Q39', 'the bus says that the service does not exist', ['unavailable', 'shep_fault']),
    playing('shape-escaped', 'Q09', 'the answer as escaped text with its own declaration'),
    playing('doctype', '', 'a DOCTYPE before the envelope', ['unreadable', 'protocol']),
    playing('two-roots', '', 'a second document after the first', ['unreadable', 'protocol']),
  ],
  sync: [
    playing('corrupted-names', '', 'Kazakh letters became question marks', ['unreadable', 'drift']),
    playing('status-success-name', 'Q04', 'success is called Success'),
    playing('status-404', '', 'the bus says that there are no data', ['empty', null]),
    playing('no-wrapper', 'Q13', 'processed, and no list at all', ['empty', null]),
    playing('consent-refused', '', 'no consent', ['consent_missing', 'missing']),
    playing('consent-expired', '', 'the consent is past its term', ['consent_missing', 'expired']),
    playing('consent-revoked', '', 'the consent was taken back', ['consent_missing', 'revoked']),
    playing('shape-children', 'Q08 Q40', 'children in data, other prefixes, another order'),
    playing('shape-cdata', 'Q10', 'the answer in CDATA'),
    playing('cp1251', 'Q06', 'windows-1251, declared as such'),
    playing('cp1251-undeclared', 'Q06', 'windows-1251 that claims to be UTF-8', ['unreadable', 'encoding']),
    playing('proto-keys', 'Q45', 'an element named constructor', ['unreadable', 'protocol']),
    playing('other-correlation', '', 'the answer to another question', ['unreadable', 'protocol']),
    playing('bad-signature', 'Q38', 'the signed body was changed on the way'),
  ],
  pages: [playing('page-order', 'Q24', 'a row repeats over the border of two pages')],
}

/** Everything that one source can play. */
export function playsOf({ traits, plays }: Mock): readonly Play[] {
  return [...OF_ALL, ...traits.flatMap((trait) => BY_TRAIT[trait]), ...plays]
}

function named(): readonly Scenario[] {
  const scenarios = new Map<string, Scenario>()
  for (const mock of mocks) {
    for (const play of playsOf(mock)) {
      scenarios.set(play.name, { ...play, sources: [...(scenarios.get(play.name)?.sources ?? []), mock.id] })
    }
  }
  return [...scenarios.values()]
}

/** Every named scenario with the sources that it fits. One name means one outcome. */
export const SCENARIOS: readonly Scenario[] = named()

/** Whether a scenario of that name exists for a source. */
export function fits(source: string, name: string): boolean {
  return SCENARIOS.some((one) => one.name === name && one.sources.includes(source))
}
