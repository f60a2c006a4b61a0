import { expect, test } from 'vitest'
import { readCommandLine, UsageFault } from './command-line.ts'

function faultOf(line: string): string | null {
  try {
    readCommandLine(line.split(' ').filter(Boolean))
    return null
  } catch (error) {
    return error instanceof UsageFault ? error.key : 'thrown otherwise'
  }
}

test.each([
  ['status', { name: 'status' }],
  ['source list', { name: 'source list' }],
  ['source show egov-portal', { name: 'source show', id: 'egov-portal' }],
  ['portfolio show pf_a', { name: 'portfolio show', id: 'pf_a' }],
  ['portfolio explain pf_a', { name: 'portfolio explain', id: 'pf_a', gapId: null }],
  ['portfolio explain pf_a gap_0', { name: 'portfolio explain', id: 'pf_a', gapId: 'gap_0' }],
  ['portfolio --help', { name: 'help' }],
  ['drift list', { name: 'drift list', source: null }],
  ['drift list courses', { name: 'drift list', source: 'courses' }],
  [
    'drift accept courses a.b --reason known',
    { name: 'drift decide', decision: 'accept', source: 'courses', field: 'a.b', reason: 'known' },
  ],
  ['pause courses --reason moving', { name: 'action', verb: 'pause', source: 'courses', body: { reason: 'moving' } }],
  [
    'resume courses --reason wrong --from 2026-12-01T18:00:00Z',
    { name: 'action', verb: 'resume', source: 'courses', body: { reason: 'wrong', from: '2026-12-01T18:00:00Z' } },
  ],
  ['resume courses --reason back', { name: 'action', verb: 'resume', source: 'courses', body: { reason: 'back' } }],
  [
    'mute courses --reason known --until 2026-12-01T18:00',
    { name: 'action', verb: 'mute', source: 'courses', body: { reason: 'known', until: '2026-12-01T18:00:00+05:00' } },
  ],
  [
    'maintenance courses --reason moves --from 2026-12-01T18:00 --to 2026-12-01T20:00:00Z',
    {
      ...{ name: 'action', verb: 'maintenance', source: 'courses' },
      body: { reason: 'moves', from: '2026-12-01T18:00:00+05:00', to: '2026-12-01T20:00:00Z' },
    },
  ],
  ['breaker courses open --reason bad', { name: 'action', verb: 'breaker', source: 'courses', body: { state: 'open', reason: 'bad' } }],
  ['conformance courses', { name: 'conformance', id: 'courses', url: null, iinFromStdin: false }],
  ['conformance courses --url http://a/b --iin-stdin', { name: 'conformance', id: 'courses', url: 'http://a/b', iinFromStdin: true }],
  ['replay a b', { name: 'replay', paths: ['a', 'b'], stage: null, watch: false, accept: false, saveTest: false }],
  ['replay a --stage merge --watch', { name: 'replay', paths: ['a'], stage: 'merge', watch: true, accept: false, saveTest: false }],
  [
    'import-har a.har --source courses --claim c.json',
    { name: 'import-har', file: 'a.har', source: 'courses', claim: 'c.json', url: null, out: null },
  ],
  [
    'import-har a --source b --claim c --url https://d --out e',
    { name: 'import-har', file: 'a', source: 'b', claim: 'c', url: 'https://d', out: 'e' },
  ],
])('reads %s', (line, command) => {
  expect(readCommandLine(line.split(' '))).toEqual({ command, json: false, language: null })
})

test.each([
  ['', 'noCommand'],
  ['portfolio', 'unknownCommand'],
  ['constructor', 'unknownCommand'],
  ['portfolio delete pf_a', 'unknownCommand'],
  ['status now', 'words'],
  ['drift', 'unknownCommand'],
  ['drift forget courses a', 'unknownCommand'],
  ['drift accept courses', 'words'],
  ['drift accept courses a b --reason c', 'words'],
  ['drift reject courses a', 'noReason'],
  ['drift reject ../a b --reason c', 'badSource'],
  ['drift list courses a', 'words'],
  ['source list --reason a', 'flags'],
  ['pause --reason a', 'words'],
  ['pause courses now --reason a', 'words'],
  ['pause courses', 'noReason'],
  ['pause ../x --reason a', 'badSource'],
  ['pause courses --reason a --from 2026-12-01T18:00', 'flags'],
  ['resume courses --reason a --until 2026-12-01T18:00', 'flags'],
  ['mute courses --reason a --until tomorrow', 'badMoment'],
  ['mute courses --reason a --until 2026-02-30T18:00', 'badMoment'],
  ['mute courses --reason a --until 2026-12-01T24:00', 'badMoment'],
  ['maintenance courses --reason a --from 2026-12-01T18:00', 'noWindow'],
  ['breaker courses --reason a', 'words'],
  ['breaker courses ajar --reason a', 'badBreaker'],
  ['breaker courses open', 'noReason'],
  ['portfolio show', 'words'],
  ['portfolio show pf_a pf_b', 'words'],
  ['portfolio show 850312200016', 'badPortfolio'],
  ['portfolio show pf_../x', 'badPortfolio'],
  ['portfolio explain pf_a 850312200016', 'badGap'],
  ['source show ../readyz', 'badSource'],
  ['status --iin', 'unknownFlag'],
  ['status --lang', 'unknownFlag'],
  ['status --lang de', 'badLanguage'],
  ['status --watch', 'flags'],
  ['constructor --watch', 'flags'],
  ['conformance', 'words'],
  ['conformance courses 850312200016', 'words'],
  ['conformance courses --accept', 'flags'],
  ['conformance courses --url ftp://a', 'badServer'],
  ['conformance courses --url http://user:secret@a', 'badServer'],
  ['replay', 'words'],
  ['replay a --stage request', 'badStage'],
  ['replay a --accept --watch', 'flags'],
  ['replay a --accept --save-test', 'flags'],
  ['replay a --claim b', 'flags'],
  ['import-har --source courses --claim c', 'importHar'],
  ['import-har a --source courses', 'importHar'],
  ['import-har a --claim c', 'importHar'],
  ['import-har a b --source courses --claim c', 'importHar'],
  ['import-har a --source ../b --claim c', 'badSource'],
  ['import-har a --source b --claim c --url file:///d', 'badServer'],
])('refuses «%s»', (line, key) => {
  expect(faultOf(line)).toBe(key)
})

test('takes flags wherever they stand', () => {
  const command = { name: 'portfolio show', id: 'pf_a' }
  expect(readCommandLine(['--json', 'portfolio', '--lang=ru', 'show', 'pf_a'])).toEqual({ command, json: true, language: 'ru' })
})
