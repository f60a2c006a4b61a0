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
])('refuses «%s»', (line, key) => {
  expect(faultOf(line)).toBe(key)
})

test('takes flags wherever they stand', () => {
  const command = { name: 'portfolio show', id: 'pf_a' }
  expect(readCommandLine(['--json', 'portfolio', '--lang=ru', 'show', 'pf_a'])).toEqual({ command, json: true, language: 'ru' })
})
