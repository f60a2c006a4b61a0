import { describe, expect, test } from 'vitest'
import { ProblemCode } from '../../schemas/problem.ts'
import { gatewayRig } from '../../test/support/gateway-rig.ts'
import { editionById, editions } from '../rulebook/index.ts'

const { app } = gatewayRig()
const rulebook = '/rulebook/order-72-2025-01-01'
const pages = ['/', '/docs', '/problems/validation.failed', rulebook, '/rulebook/order-32-2025-02-25']

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

  test.each(['/', '/docs', rulebook])('leads at %s only to pages and places that exist', async (path) => {
    const { text } = await open(`${path}?lang=en`)
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

describe('the page of an edition', () => {
  test.each(editions.map(({ id }) => id))('shows of %s every section, code and sheet, and each paragraph', async (id) => {
    const edition = editionById(id)!
    const { text } = await open(`/rulebook/${id}?lang=ru`)
    const shown = [...edition.sections, ...edition.sheets, ...edition.sheets.flatMap(({ totals }) => totals)].map(({ title }) => title.ru)
    expect(shown.filter((title) => !text.includes(title))).toEqual([])
    expect(Object.keys(edition.gaps).filter((code) => !text.includes(`<code>${code}</code>`))).toEqual([])
    expect(edition.takenOver.filter(({ part }) => !text.includes(`<code>${part}</code>`))).toEqual([])
    const rules = new Set([...JSON.stringify(edition).matchAll(/"rule":"([^"]*)"/g)].map(([, rule = '']) => rule))
    expect([...rules].filter((rule) => !text.includes(rule))).toEqual([])
  })

  test('says what is taken over, and nothing of the kind for the edition that was read', async () => {
    expect((await open(`${rulebook}?lang=en`)).text).toContain('Taken over from another edition')
    expect((await open('/rulebook/order-32-2025-02-25?lang=en')).text).not.toContain('Taken over from another edition')
  })

  test('is the one in force where none is named, in the language that was asked for', async () => {
    const { answer } = await open('/rulebook?lang=ru')
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/rulebook/order-32-2025-02-25?lang=ru'])
    expect((await open('/?lang=ru')).text).toContain('href="/rulebook/order-32-2025-02-25?lang=ru"')
  })

  test('is 404 for an edition that there is not, without repeating its name', async () => {
    const { answer, text } = await open('/rulebook/order-0%3Cscript%3E')
    expect([answer.status, text.includes('order-0')]).toEqual([404, false])
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
