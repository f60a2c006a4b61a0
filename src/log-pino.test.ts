import { expect, test } from 'vitest'
import { pinoLog } from './log-pino.ts'

/** An invented number: its seventh digit says born in the 1800s. */
const IIN = '850312200016'

function logged(write: (log: ReturnType<typeof pinoLog>) => void): string {
  const lines: string[] = []
  write(pinoLog('info', { write: (line: string) => void lines.push(line) }))
  return lines.join('')
}

test('keeps allow-listed fields and drops all others', () => {
  const line = JSON.parse(logged((log) => log.info({ source: 'diplomas', surname: 'ҮЛГІБАЕВА' }, 'asked')))
  expect(line).toMatchObject({ level: 'info', source: 'diplomas', msg: 'asked' })
  expect(line).not.toHaveProperty('surname')
})

test('removes twelve digits in a row wherever they stand', () => {
  expect(logged((log) => log.info({ reason: `about ${IIN}` }, 'asked'))).not.toContain(IIN)
})

test('keeps forged lines and control characters on one line', () => {
  const text = logged((log) => log.info({ reason: 'a\n{"level":"error"}\u001b[31m' }, 'asked'))
  expect(text.trim().split('\n')).toHaveLength(1)
  expect(text).not.toContain('\\u001b')
})

test('keeps class and place of an error, never its message', () => {
  const line = logged((log) => log.error({ code: 'x' }, 'failed', new TypeError(`bad ${IIN}`)))
  expect(JSON.parse(line).error).toMatchObject({
    class: 'TypeError',
    at: expect.arrayContaining([expect.stringContaining('log-pino.test')]),
  })
  expect(line).not.toContain(IIN)
})
