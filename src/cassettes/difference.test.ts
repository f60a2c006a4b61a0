import { expect, test } from 'vitest'
import { toBody } from './body.ts'
import type { RecordedAnswer } from './cassette.ts'
import { differences } from './difference.ts'
import { ignoring } from './ignore.ts'

const answer = (text: string, status = 200): RecordedAnswer => ({ status, headers: {}, body: toBody(new TextEncoder().encode(text)) })
const found = (one: RecordedAnswer, other: RecordedAnswer, rules = '') => differences('courses', one, other, ignoring(rules))
const shortOf = (list: ReturnType<typeof found>) =>
  list.map(({ path, kind, recorded, real }) => [path, kind, recorded?.shape ?? null, real?.shape ?? null])

test('names each place with what became of it', () => {
  const list = found(answer('{"a":1,"b":[{"c":"x"}],"e":"2026-01-01"}'), answer('{"a":"1","b":[{"c":"y","d":true}]}'))
  expect(shortOf(list)).toEqual([
    ['/a', 'type', 'digits', 'digits in quotation marks'],
    ['/b/0/c', 'value', 'text', 'text'],
    ['/e', 'removed', 'day', null],
    ['/b/0/d', 'added', null, 'true or false'],
  ])
})

test('reads answers of the bus by their elements, and leaves out what differs in every one', () => {
  const xml = (id: string, level: string) => answer(`<r><messageId>${id}</messageId><diploma><level>${level}</level></diploma></r>`)
  expect(shortOf(found(xml('1', '06'), xml('2', '07')))).toEqual([['/r/diploma/level', 'value', 'digits', 'digits']])
})

test('compares a table line by line, and a status and a fault too', () => {
  expect(found(answer('A;B\n1;2'), answer('A;B\n1;3')).map(({ path }) => path)).toEqual(['/1'])
  expect(found(answer('1'), answer('1', 503)).map(({ path }) => path)).toEqual(['/status'])
  expect(found({ fault: 'timeout' }, { fault: 'connect' }).map(({ path }) => path)).toEqual(['/fault'])
})

test.each([
  ['/content/*/at', []],
  ['courses:/content/*/at', []],
  ['diplomas:/content/*/at', ['/content/0/at']],
  ['/**/at', []],
  ['/content/*', ['/content/0/at']],
  ['# /**/at', ['/content/0/at']],
  ['/content/*/a*', []],
])('ignores by the rule %s', (rule, left) => {
  expect(found(answer('{"content":[{"at":1}]}'), answer('{"content":[{"at":2}]}'), rule).map(({ path }) => path)).toEqual(left)
})
