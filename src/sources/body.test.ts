import { describe, expect, it } from 'vitest'
import { answer, failureIn } from '../../test/support/wire-rig.ts'
import { checkAnswer, retryAfterMs } from './body.ts'

const NOW = Date.UTC(2026, 10, 24)
const check = async (...[body, status, headers]: Parameters<typeof answer>) => checkAnswer(answer(body, status, headers), [], NOW)

describe('checkAnswer', () => {
  it.each([
    [500, 'unavailable/http_5xx yes'],
    [504, 'unavailable/http_5xx yes'],
    [401, 'unavailable/auth renew'],
    [403, 'unavailable/auth renew'],
    [404, 'unavailable/http_4xx no'],
    [429, 'unavailable/rate_limited yes'],
    [301, 'unavailable/http_4xx no'],
    [307, 'unavailable/http_4xx no'],
    [200, 'no failure'],
    [206, 'no failure'],
  ])('reads status %i as %s', async (status, expected) => {
    expect(await failureIn(check('{}', status))).toBe(expected)
  })

  it.each([
    '<!DOCTYPE html><html></html>',
    '\uFEFF\n <html lang="kk">',
    '<HTML>',
    '<?xml version="1.0"?>\n<!-- proxy --><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x">',
  ])('reads a page as html whatever its status: %s', async (page) => {
    expect(await failureIn(check(page, 200))).toBe('unavailable/html yes')
    expect(await failureIn(check(page, 502))).toBe('unavailable/html yes')
    expect(await failureIn(check(page, 404, { 'content-type': 'application/json' }))).toBe('unavailable/html yes')
  })

  it('reads a page by its content type alone', async () => {
    expect(await failureIn(check('Бет', 200, { 'content-type': 'text/html; charset=utf-8' }))).toBe('unavailable/html yes')
  })

  it('refuses an empty body under a good status, and accepts one under a status that the caller wants', async () => {
    expect(await failureIn(check('', 200))).toBe('unreadable/protocol once')
    expect(() => checkAnswer(answer('', 404), [404], NOW)).not.toThrow()
    expect(() => checkAnswer(answer('', 304), [304], NOW)).not.toThrow()
  })
})

describe('retryAfterMs', () => {
  it.each([
    ['7', 7000],
    ['0', 0],
    ['3600', 60_000],
    ['999999999999', null],
    [new Date(NOW + 5000).toUTCString(), 5000],
    ['Fri, 31 Dec 2066 23:59:59 GMT', 60_000],
    [new Date(NOW - 5000).toUTCString(), null],
    ['-5', null],
    ['1e3', null],
    ['soon', null],
    [null, null],
  ])('reads %s as %s', (header, expected) => {
    expect(retryAfterMs(header, NOW)).toBe(expected)
  })
})
