/** A request inside another one; its path is nowhere. */
export const INNER = 'GET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n'

/** The head of a POST with these lines more. */
export function post(lines: string, token = 'platform'): string {
  return `POST /v1/portfolios HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\n${lines}\r\n\r\n`
}

const CHUNKED = 'Transfer-Encoding: chunked'
const chunked = (body: string) => `${post(CHUNKED)}${body}${INNER}`

/** Requests whose end two readers may see at two places (RFC 9112, 6.3 and 11.2). */
export const AMBIGUOUS: readonly (readonly [what: string, bytes: string])[] = [
  ['a length and chunks', `${post(`Content-Length: 4\r\n${CHUNKED}`)}0\r\n\r\n${INNER}`],
  ['chunks and a length', `${post(`${CHUNKED}\r\nContent-Length: 4`)}0\r\n\r\n${INNER}`],
  ['two lengths', `${post(`Content-Length: 0\r\nContent-Length: ${INNER.length}`)}${INNER}`],
  ['the same length twice', `${post('Content-Length: 2\r\nContent-Length: 2')}{}${INNER}`],
  ['a list of lengths', `${post(`Content-Length: 0, ${INNER.length}`)}${INNER}`],
  ['a length with a sign', `${post('Content-Length: +2')}{}${INNER}`],
  ['a length below zero', `${post('Content-Length: -1')}${INNER}`],
  ['a length in hexadecimal', `${post('Content-Length: 0x2')}{}${INNER}`],
  ['a length with a fraction', `${post('Content-Length: 2.0')}{}${INNER}`],
  ['a length beyond all numbers', `${post('Content-Length: 99999999999999999999')}{}${INNER}`],
  ['a blank before the colon of the length', `${post('Content-Length : 2')}{}${INNER}`],
  ['a blank before the colon of the coding', `${post('Transfer-Encoding : chunked')}0\r\n\r\n${INNER}`],
  ['a coding that nobody knows', `${post('Transfer-Encoding: xchunked')}0\r\n\r\n${INNER}`],
  ['no coding at all', `${post('Transfer-Encoding: identity')}${INNER}`],
  ['chunks that are not the last coding', `${post('Transfer-Encoding: chunked, identity')}0\r\n\r\n${INNER}`],
  ['two codings in two lines', `${post(`${CHUNKED}\r\nTransfer-Encoding: identity`)}0\r\n\r\n${INNER}`],
  ['a coding in a folded line', `${post('Transfer-Encoding:\r\n chunked')}0\r\n\r\n${INNER}`],
  ['a coding after a vertical tab', `${post('Transfer-Encoding: \u000bchunked')}0\r\n\r\n${INNER}`],
  ['chunks of an older protocol', `POST /v1/portfolios HTTP/1.0\r\nHost: a\r\n${CHUNKED}\r\n\r\n0\r\n\r\n${INNER}`],
  ['a chunk of no size', chunked('zz\r\n{}\r\n0\r\n\r\n')],
  ['a chunk below zero', chunked('-2\r\n{}\r\n0\r\n\r\n')],
  ['a chunk with a prefix', chunked('0x2\r\n{}\r\n0\r\n\r\n')],
  ['a chunk beyond all numbers', chunked('10000000000000002\r\n{}\r\n0\r\n\r\n')],
  ['a blank after the size of a chunk', chunked('2 \r\n{}\r\n0\r\n\r\n')],
  ['a chunk without its end', chunked('2\r\n{}0\r\n\r\n')],
  ['chunks with bare line feeds', chunked('2\n{}\n0\n\n')],
  ['a line feed in the extension of a chunk', chunked('2;\n{}\r\n0\r\n\r\n')],
  ['bare line feeds', `POST /v1/portfolios HTTP/1.1\nHost: a\nContent-Length: 0\n\n${INNER}`],
  ['bare carriage returns', `GET /healthz HTTP/1.1\rHost: a\r\r${INNER}`],
  ['a folded line', `GET /healthz HTTP/1.1\r\nHost: a\r\nx-a: b\r\n c\r\n\r\n${INNER}`],
  ['a blank in a name', `GET /healthz HTTP/1.1\r\nHost: a\r\nx a: b\r\n\r\n${INNER}`],
  ['a line without a colon', `GET /healthz HTTP/1.1\r\nHost: a\r\nx-a\r\n\r\n${INNER}`],
  ['a NUL in a value', `GET /healthz HTTP/1.1\r\nHost: a\r\nx-a: b\0c\r\n\r\n${INNER}`],
  ['no host', `GET /healthz HTTP/1.1\r\n\r\n`],
  ['no path', `GET  HTTP/1.1\r\nHost: a\r\n\r\n${INNER}`],
  ['another protocol', `\u0016\u0003\u0001\u0002\u0000\u0001${INNER}`],
]

/** Types of a body that is JSON all the same. */
export const TYPES: readonly string[] = [
  'text/plain',
  'text/json',
  'text/xml',
  'application/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=a',
  'application/merge-patch+json',
  'application/problem+json',
  'application/vnd.api+json',
  'application/x-ndjson',
  'application/jsonp',
  'application/json-seq',
  'application/json; charset=windows-1251',
  'application/json; charset=utf-16',
  'application/json; charset=utf-7',
  'application/json, text/plain',
  'application/json; charset=utf-8; charset=utf-16',
  'application/json\u00a0',
  'application/json; charset = utf-8',
  'application',
  '*/*',
]

/** Bodies with a key twice, or that are not JSON although they look like it, made of one that is right. */
export function doubled(claim: string): readonly (readonly [what: string, body: string])[] {
  const more = (text: string) => `${claim.slice(0, -1)},${text}}`
  return [
    ['a key twice', more('"post":"teacher"')],
    ['a key twice, once in escapes', more('"p\\u006fst":"teacher"')],
    ['a key twice, far below', more('"names":{"surname":"А","surname":"Б"}')],
    ['a key twice in a list', more('"consents":[{"service":"a","token":"b","token":"c"}]')],
    ['no key twice', more('"":1,"":2')],
    ['a comma too many', `${claim.slice(0, -1)},}`],
    ['a comment', `/* */${claim}`],
    ['two bodies', `${claim}${claim}`],
    ['half a body', claim.slice(0, -2)],
    ['a value that is no number', more('"confirmationsInRow":NaN')],
    ['quotation marks of another kind', claim.replaceAll('"', "'")],
  ]
}
