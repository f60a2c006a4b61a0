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
