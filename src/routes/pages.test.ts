import { describe, expect, test } from 'vitest'
import { ProblemCode } from '../../schemas/problem.ts'
import { gatewayRig } from '../../test/support/gateway-rig.ts'

const { app } = gatewayRig()
const pages = ['/', '/docs', '/problems/validation.failed']

async function open(path: string) {
  const answer = await app.request(path)
  return { answer, text: await answer.text() }
}

describe('a page', () => {
  test.each(pages.flatMap((path) => ['kk', 'ru', 'en'].map((lang) => [path, lang])))('speaks at %s the language %s', async (path, lang) => {
    const { answer, text } = await open(`${path}?lang=${lang}`)
    expect(answer.headers.get('content-type')).toBe('text/html; charset=UTF-8')
    expect(answer.headers.get('content-language')).toBe(lang)
    expect(text).toContain(`<html lang="${lang}">`)
    expect(text).not.toMatch(/undefined|\[object|NaN/)
  })

  test.each(pages)('needs at %s no script and nothing from elsewhere', async (path) => {
    const { text } = await open(path)
    expect(text).not.toMatch(/<script|<style|\son\w+=|\sstyle=/)
    const addresses = [...text.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address = '']) => address)
    expect(addresses.filter((address) => !/^[/?#]/.test(address) || address.startsWith('//'))).toEqual([])
    expect(addresses.length).toBeGreaterThan(3)
  })

  test('leads only to pages and places that exist', async () => {
    const { text } = await open('/docs?lang=en')
    const ids = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    const links = [...text.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href)
    expect(links.filter((href) => href.startsWith('#') && !ids.has(href.slice(1)))).toEqual([])
    const statuses = await Promise.all(links.filter((href) => href.startsWith('/')).map(async (href) => (await app.request(href)).status))
    expect(new Set(statuses)).toEqual(new Set([200]))
  })

  test.each(ProblemCode.options)('explains the problem %s', async (code) => {
    const { answer, text } = await open(`/problems/${code}?lang=en`)
    expect(answer.status).toBe(200)
    expect(text).toContain(`<code>${code}</code>`)
  })
})

test('answers 404 for a problem that there is not, without repeating its name', async () => {
  const { answer, text } = await open('/problems/no.such-thing')
  expect(answer.status).toBe(404)
  expect(text).not.toContain('no.such-thing')
})

test('escapes what a caller put into the address', async () => {
  const { text } = await open('http://a.test/docs?lang=<script>alert(1)</script>')
  expect(text).not.toContain('alert(1)')
})

test('shows every operation with a command line that is ready to run', async () => {
  const { text } = await open('http://127.0.0.1:8787/docs?lang=en')
  expect(text).toContain('curl -sS -X POST &#39;http://127.0.0.1:8787/v1/portfolios&#39; \\')
  expect(text).toContain('-H &quot;Authorization: Bearer $TOKEN&quot;')
  expect(text).not.toMatch(/curl[^\n]*\{/)
})
