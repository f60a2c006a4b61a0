import { MOCKED, type Mocked } from './world.ts'

/** What the gateway is promised to make of a scenario: outcome and reason of the API page, 4.2. */
export type Expected = readonly [outcome: string, reason: string | null]

/** A fault laid over a source, or one of the odd ways in which real systems answer. */
export interface Scenario {
  readonly name: string
  /** Ids of the quirk catalogue (wire formats, 6) that it plays. */
  readonly quirks: readonly string[]
  readonly about: string
  readonly sources: readonly Mocked[]
  readonly expected: Expected
}

const REST: readonly Mocked[] = ['education-quality', 'student-achievements']
const SYNC: readonly Mocked[] = ['diplomas']
const SOAP: readonly Mocked[] = ['diplomas', 'egov-portal']
const PULLED: readonly Mocked[] = ['diplomas', 'education-quality']
const PERSONAL: readonly Mocked[] = ['diplomas', 'education-quality', 'egov-portal']
const ANSWERED: Expected = ['answered', null]

function scenario(name: string, quirks: string, about: string, sources: readonly Mocked[], expected: Expected): Scenario {
  return { name, quirks: quirks === '' ? [] : quirks.split(' '), about, sources, expected }
}

/** Every named scenario with the sources that it fits. */
export const SCENARIOS: readonly Scenario[] = [
  scenario('ok', '', 'answers as it should', MOCKED, ANSWERED),
  scenario('down', '', 'the connection breaks before any answer', MOCKED, ['unavailable', 'connect']),
  scenario('never', 'Q32', 'accepts the request and never answers', MOCKED, ['unavailable', 'timeout']),
  scenario('slow', 'Q32', 'answers late, but answers', MOCKED, ANSWERED),
  scenario('http-503', 'Q33', 'status 503 with Retry-After', MOCKED, ['unavailable', 'http_5xx']),
  scenario('http-429', '', 'status 429 with Retry-After of a minute', MOCKED, ['unavailable', 'rate_limited']),
  scenario('http-404', '', 'status 404 without the shape of an answer', MOCKED, ['unavailable', 'http_4xx']),
  scenario('http-401', 'Q30', 'status 401 although the credentials are right', MOCKED, ['unavailable', 'auth']),
  scenario('html-502', 'Q01', "a proxy's page with status 502", MOCKED, ['unavailable', 'html']),
  scenario('html-200', 'Q02', 'a login page with status 200', MOCKED, ['unavailable', 'html']),
  scenario('redirect', '', 'status 302 to another host', MOCKED, ['unavailable', 'http_4xx']),
  scenario('empty-200', 'Q36', 'status 200 and no body', MOCKED, ['unreadable', 'protocol']),
  scenario('truncated', 'Q35', 'the body is cut in the middle', MOCKED, ['unreadable', 'protocol']),
  scenario('gzip-surprise', 'Q34', 'packed without saying so', MOCKED, ANSWERED),
  scenario('bom', 'Q07', 'a byte order mark before the body', MOCKED, ANSWERED),
  scenario('empty', 'Q13', 'the source answers: nothing', MOCKED, ['empty', null]),
  scenario('drifted', 'Q42', 'a mandatory key is named otherwise everywhere', MOCKED, ['unreadable', 'drift']),
  scenario('wrong-type', 'Q42', 'one record has a value of a wrong type', PULLED, ['partial', 'record_errors']),
  scenario('wrong-person', 'Q23', "somebody else's record", PERSONAL, ['foreign', 'subject_mismatch']),
  scenario('digit-11', 'Q23', 'a number that differs in the eleventh digit alone', PERSONAL, ['foreign', 'subject_mismatch']),
  scenario('no-subject', 'Q22', 'the person is not echoed', PERSONAL, ANSWERED),
  scenario('duplicates', 'Q29', 'every record twice', PULLED, ANSWERED),
  scenario('mojibake', 'Q05', 'UTF-8 read as Latin-1 and written again', PERSONAL, ANSWERED),
  scenario('ctrl-chars', 'Q44', 'a control character inside a text', PULLED, ANSWERED),
  scenario('nil-and-blank', 'Q12 Q18', 'nil, blank and dash for nothing', PULLED, ANSWERED),
  scenario('iin-number', 'Q14', 'the person number has lost its leading zeros', PULLED, ANSWERED),
  scenario('corrupted-names', '', 'Kazakh letters became question marks', SYNC, ['unreadable', 'drift']),
  scenario('fault-200', 'Q03', 'a fault or an error object with status 200', MOCKED, ['unavailable', 'remote_error']),
  scenario('remote-error', 'Q43', "the provider's own error, with an inner text", SOAP, ['unavailable', 'remote_error']),
  scenario('shep-fault', 'Q39', 'the bus says that the service does not exist', SOAP, ['unavailable', 'shep_fault']),
  scenario('status-success-name', 'Q04', 'success is called Success', SYNC, ANSWERED),
  scenario('status-404', '', 'the bus says that there are no data', SYNC, ['empty', null]),
  scenario('no-wrapper', 'Q13', 'processed, and no list at all', SYNC, ['empty', null]),
  scenario('consent-refused', '', 'no consent', SYNC, ['consent_missing', 'missing']),
  scenario('consent-expired', '', 'the consent is past its term', SYNC, ['consent_missing', 'expired']),
  scenario('consent-revoked', '', 'the consent was taken back', SYNC, ['consent_missing', 'revoked']),
  scenario('shape-children', 'Q08 Q40', 'children in data, other prefixes, another order', SYNC, ANSWERED),
  scenario('shape-escaped', 'Q09', 'the answer as escaped text with its own declaration', SOAP, ANSWERED),
  scenario('shape-cdata', 'Q10', 'the answer in CDATA', SYNC, ANSWERED),
  scenario('cp1251', 'Q06', 'windows-1251, declared as such', SYNC, ANSWERED),
  scenario('cp1251-undeclared', 'Q06', 'windows-1251 that claims to be UTF-8', SYNC, ['unreadable', 'encoding']),
  scenario('doctype', '', 'a DOCTYPE before the envelope', SOAP, ['unreadable', 'protocol']),
  scenario('two-roots', '', 'a second document after the first', SOAP, ['unreadable', 'protocol']),
  scenario('proto-keys', 'Q45', 'an element named constructor', SYNC, ['unreadable', 'protocol']),
  scenario('other-correlation', '', 'the answer to another question', SYNC, ['unreadable', 'protocol']),
  scenario('bad-signature', 'Q38', 'the signed body was changed on the way', SYNC, ANSWERED),
  scenario('auth-flap', 'Q30 Q03', 'authorizationFailed with status 200', ['education-quality'], ['unavailable', 'auth']),
  scenario('page-order', 'Q24', 'a row repeats over the border of two pages', REST, ANSWERED),
  scenario('not-a-page', '', 'an answer of another shape', ['education-quality'], ['unreadable', 'protocol']),
  scenario('late', 'Q28', 'the message comes after the caller has gone', ['egov-portal'], ['deferred', 'async']),
  scenario('twice', 'Q29', 'every message twice', ['egov-portal'], ANSWERED),
  scenario('notification-first', '', 'a change of status before the answer', ['egov-portal'], ANSWERED),
  scenario('unknown-correlation', '', 'messages that nobody asked for come first', ['egov-portal'], ANSWERED),
  scenario('broken-file', '', 'a file that is no base64', ['egov-portal'], ANSWERED),
]

/** Whether a scenario of that name exists for a source. */
export function fits(source: Mocked, name: string): boolean {
  return SCENARIOS.some((one) => one.name === name && one.sources.includes(source))
}
