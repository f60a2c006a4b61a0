import { type Expected, type Play, playing, type Trait } from './mock.ts'

const PROTOCOL: Expected = ['unreadable', 'protocol']
const ENCODING: Expected = ['unreadable', 'encoding']
const DRIFT: Expected = ['unreadable', 'drift']
const TIMEOUT: Expected = ['unavailable', 'timeout']
const LIMITED: Expected = ['unavailable', 'rate_limited']
const BROKEN: Expected = ['unavailable', 'http_5xx']
const REFUSED: Expected = ['unavailable', 'http_4xx']
const PAGE: Expected = ['unavailable', 'html']
const REMOTE: Expected = ['unavailable', 'remote_error']
const SHEP: Expected = ['unavailable', 'shep_fault']
const FOREIGN: Expected = ['foreign', 'subject_mismatch']
const PARTIAL: Expected = ['partial', 'record_errors']
const EMPTY: Expected = ['empty', null]

/** Scenarios that every source can play. Of those with one id the first stands for it. */
export const OF_ALL: readonly Play[] = [
  playing('ok', '', 'answers as it should'),
  playing('down', 'U4', 'the connection breaks before any answer', ['unavailable', 'connect']),
  playing('slow-504', 'Q32', 'status 504 after a long wait', BROKEN),
  playing('never', 'Q32 U7', 'accepts the request and never answers', TIMEOUT),
  playing('drip', 'U8', 'headers at once, then blanks one by one and no end', TIMEOUT),
  playing('slow', 'Q32 U9', 'answers late, but answers'),
  playing('http-503', 'Q33 U12', 'status 503 with Retry-After', BROKEN),
  playing('maintenance-page', 'Q33 U14', 'a page of maintenance with status 503', PAGE),
  playing('flapping', 'U13', 'every question fails with status 500 when it is asked first, and is answered when it is asked again'),
  playing('leaky-500', 'Q43 U12', 'status 500 with a stack trace', BROKEN),
  playing('http-429', 'U11', 'status 429 with Retry-After of a minute', LIMITED),
  playing('429-date', 'U11', 'status 429 with Retry-After as a date in an hour', LIMITED),
  playing('429-zero', 'U11', 'status 429 with Retry-After of nothing', LIMITED),
  playing('429-negative', 'U11', 'status 429 with Retry-After before now', LIMITED),
  playing('429-ten-years', 'U11', 'status 429 with Retry-After of ten years', LIMITED),
  playing('429-garbage', 'U11', 'status 429 with Retry-After that says nothing', LIMITED),
  playing('http-404', '', 'status 404 without the shape of an answer', REFUSED),
  playing('http-401', 'Q30', 'status 401 although the credentials are right', ['unavailable', 'auth']),
  playing('html-502', 'Q01', "a proxy's page with status 502", PAGE),
  playing('html-200', 'Q02 U15', 'a login page with status 200', PAGE),
  playing('redirect', 'U43', 'status 302 to another host', REFUSED),
  playing('empty-200', 'Q36', 'status 200 and no body', PROTOCOL),
  playing('http-204', 'U21', 'status 204: no content', PROTOCOL),
  playing('truncated', 'Q35 U5', 'the body is cut in the middle', PROTOCOL),
  playing('reset-mid-body', 'U5', 'the connection breaks in the middle of the body', PROTOCOL),
  playing('cut-clean', 'U6', 'half of the body, and it ends as if it were whole', PROTOCOL),
  playing('socket-closed', 'U10', 'answers, then closes the kept connection without a word'),
  playing('gzip-surprise', 'Q34', 'packed without saying so'),
  playing('gzip-bomb', 'U36', 'some kilobytes that unpack to many megabytes', PROTOCOL),
  playing('packed-twice', 'U37', 'two content encodings, one over the other', PROTOCOL),
  playing('huge-body', 'U35', 'blanks without end before the answer', PROTOCOL),
  playing('type-wrong', 'U16', 'the right body, called application/octet-stream'),
  playing('type-missing', 'U16', 'the right body without a content type'),
  playing('bom', 'Q07', 'a byte order mark before the body'),
  playing('utf-16', 'U41', 'UTF-16 that claims to be UTF-8', ENCODING),
  playing('empty', 'Q13', 'the source answers: nothing', EMPTY),
  playing('drifted', 'Q42 U23', 'a mandatory key is named otherwise everywhere', DRIFT),
  playing('key-missing', 'U22', 'a mandatory key is missing everywhere', DRIFT),
  playing('fault-200', 'Q03 U19', 'a fault or an error object with status 200', REMOTE),
]

/** JSON in another encoding: for sources that write Cyrillic. */
export const JSON_1251 = playing('json-1251', 'Q06 U41', 'windows-1251, declared as such')

/** Needs a key of a closed form as `typed`, which text does not fit. */
export const ERRORS_JOINED = playing('errors-joined', 'Q27', 'in a record the text of its errors in place of a value', PARTIAL)

/** A list of the country, and of a school that is as large. */
export const LONG_LIST = playing('long-list', 'Q26', 'thousands of rows about others among the few that are wanted')

/** Scenarios that sources play by what they are like. */
export const BY_TRAIT: Readonly<Record<Trait, readonly Play[]>> = {
  person: [
    playing('wrong-person', 'Q23 U28', "somebody else's record", FOREIGN),
    playing('digit-11', 'Q23 U28', 'a number that differs in the eleventh digit alone', FOREIGN),
    playing('no-subject', 'Q22 U28', 'the person is not echoed'),
    playing('iin-exponent', 'Q15', 'the person number as a spreadsheet shows it: 8.50312E+11', DRIFT),
  ],
  each: [playing('mixed-persons', 'U29', "somebody else's record among the right ones", FOREIGN)],
  records: [
    playing('wrong-type', 'Q42 U25', 'one record has a value of a wrong type', PARTIAL),
    playing('duplicates', 'Q29 U30', 'every record twice'),
    playing('one-record', 'Q11 U32', 'one record alone, fewer than before'),
  ],
  rows: [
    playing('ctrl-chars', 'Q44', 'a control character inside a text'),
    playing('nil-and-blank', 'Q12 Q18', 'nil, blank and dash for nothing'),
    playing('iin-number', 'Q14 U26', 'the person number has lost its leading zeros'),
    playing('iin-decimal', 'Q15', 'the person number as a spreadsheet exports it, with .0 at its end'),
    playing('typo-key', 'Q21', 'a key that may be missing is misspelt'),
    playing('key-more', 'U24', 'a key more than the contract has'),
  ],
  bus: [
    playing('remote-error', 'Q43 U20', "the provider's own error, with an inner text", REMOTE),
    playing('shep-fault', 'U19', 'the bus says that the service does not exist', SHEP),
    playing('cert-expired', 'Q39', "the provider's certificate is not current", SHEP),
    playing('fault-soap12', 'U19', 'a fault of SOAP 1.2', REMOTE),
    playing('shape-escaped', 'Q09', 'the answer as escaped text with its own declaration'),
    playing('shape-cdata', 'Q10', 'the answer in CDATA'),
    playing('order-broken', 'Q40', 'elements in another order'),
    playing('prefix-roulette', 'Q08', 'other prefixes than the last time'),
    playing('session-braces', 'Q41', 'ids without braces where they had them, and the reverse'),
    playing('cr-entities', 'Q37', 'carriage returns as references between all elements'),
    playing('bad-signature', 'Q38 U45', 'the signed body was changed on the way'),
    playing('no-signature', 'U45', 'no signature'),
    playing('doctype', 'U38', 'a DOCTYPE before the envelope', PROTOCOL),
    playing('two-roots', 'U18', 'a second document after the first', PROTOCOL),
    playing('xml-unclosed', 'U18', 'an element that nobody closes', PROTOCOL),
    playing('xml-entity', 'U18 U38', 'an entity that nobody declared', PROTOCOL),
    playing('xml-deep', 'U39', 'elements a thousand levels deep', PROTOCOL),
    playing('xml-siblings', 'U39', 'sixty thousand elements side by side', PROTOCOL),
    playing('nul-entity', 'U42', 'a reference to the character of number 0', PROTOCOL),
    playing('proto-keys', 'Q45 U40', 'an element named constructor', PROTOCOL),
    playing('clock-ahead', 'U34', 'the clock of the bus is a year ahead'),
  ],
  sync: [
    playing('corrupted-names', 'U41', 'Kazakh letters became question marks', DRIFT),
    playing('status-success-name', 'Q04', 'success is called Success'),
    playing('status-404', 'U20', 'the bus says that there are no data', EMPTY),
    playing('no-wrapper', 'Q13 U21', 'processed, and no list at all', EMPTY),
    playing('consent-refused', 'U46', 'no consent', ['consent_missing', 'missing']),
    playing('consent-expired', 'U46', 'the consent is past its term', ['consent_missing', 'expired']),
    playing('consent-revoked', 'U46', 'the consent was taken back', ['consent_missing', 'revoked']),
    playing('shape-children', 'Q08 Q40', 'children in data, other prefixes, another order'),
    playing('shape-packed', 'Q34', 'the answer as base64 of gzip'),
    playing('cp1251', 'Q06 U41', 'windows-1251, declared as such'),
    playing('cp1251-undeclared', 'Q06 U41', 'windows-1251 that claims to be UTF-8', ENCODING),
    playing('other-correlation', '', 'the answer to another question', PROTOCOL),
  ],
  json: [
    playing('trailing-comma', 'U17', 'hand-made JSON with a comma too many', PROTOCOL),
    playing('json-nan', 'U17', 'NaN, which is no JSON', PROTOCOL),
    playing('json-twice', 'U17', 'a key that stands twice', PROTOCOL),
    playing('json-deep', 'U39', 'lists a thousand levels deep', PROTOCOL),
    playing('json-proto', 'Q45 U40', 'a key named __proto__', PROTOCOL),
    playing('json-nul', 'U42', 'the character of number 0 in every text'),
    playing('json-surrogate', 'U42', 'half of a pair of surrogates in every text'),
    playing('object-for-list', 'Q11 U25', 'one record is no list but an object', PROTOCOL),
    playing('null-list', 'U21', 'null where the list should stand', PROTOCOL),
  ],
  names: [
    playing('mojibake', 'Q05', 'UTF-8 read as Latin-1 and written again'),
    playing('lookalikes', 'Q16', 'Latin letters in Cyrillic words'),
    playing('kk-as-ru', 'Q17', 'Russian letters in place of the Kazakh ones, in upper case'),
  ],
  days: [
    playing('date-zoo', 'Q19', 'the day of each record in another format'),
    playing('tz-shift', 'Q20', 'days with the zone that did not hold then'),
    playing('day-impossible', 'U34', 'the thirty-first of February', DRIFT),
  ],
  codes: [playing('code-unknown', 'U27', 'a code that no dictionary has')],
  pages: [playing('page-order', 'Q24 U30', 'a row repeats over the border of two pages')],
}
