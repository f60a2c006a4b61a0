import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { Bin, Iin } from '../../schemas/identifiers.ts'
import { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import { gatewayRig } from '../../test/support/gateway-rig.ts'
import { apiDocument, type DocumentOperation } from './api-document.ts'
import { RefreshRequest } from './collect.ts'
import { refreshExample, requestExample } from './examples.ts'

const { app } = gatewayRig()
const document = apiDocument(app)
const operations = Object.values(document.paths).flatMap((item) => Object.values<DocumentOperation>(item))
const committed = new URL('../../openapi.json', import.meta.url)

describe('the OpenAPI document', () => {
  test('is the committed one: run `npm run openapi` where it differs', async () => {
    expect(`${JSON.stringify(document, null, 2)}\n`).toBe(await readFile(committed, 'utf8'))
  })

  test('is served as it is', async () => {
    const answer = await app.request('/openapi.json')
    expect(await answer.json()).toEqual(JSON.parse(JSON.stringify(document)))
  })

  test('speaks of every route of the API', () => {
    const routes = app.routes.filter(({ method, path }) => method !== 'ALL' && /^\/v1\/|^\/(?:healthz|readyz|metrics)$/.test(path))
    const missing = routes.filter(({ method, path }) => !document.paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()])
    expect(missing).toEqual([])
  })

  test('names nothing that it does not hold', () => {
    const named = [...JSON.stringify(document).matchAll(/"#\/components\/(\w+)\/([\w.-]+)"/g)]
    const { schemas, examples } = document.components
    const dangling = named.filter(([, kind, name = '']) => !Object.hasOwn(kind === 'schemas' ? schemas : examples, name))
    expect(dangling.map(([reference]) => reference)).toEqual([])
    expect(named.length).toBeGreaterThan(50)
  })

  test.each(operations)('tells of $operationId in three languages', (operation) => {
    for (const text of [operation['x-summary'], operation['x-description']]) expect(new Set(Object.values(text)).size).toBe(3)
    for (const parameter of operation.parameters ?? []) expect(Object.keys(parameter['x-description'])).toEqual(['kk', 'ru', 'en'])
  })

  test('has no person number in a path or a query', () => {
    const places = operations.flatMap((operation) => operation.parameters ?? []).map(({ name }) => name)
    expect([...places, ...Object.keys(document.paths)].filter((name) => /iin|name/i.test(name))).toEqual([])
  })

  test('describes numbers of people and schools, and what may be null, soundly', () => {
    const { schemas } = document.components
    expect(schemas.Iin).toMatchObject({ type: 'string', format: 'iin', pattern: '^[0-9]{12}$' })
    expect(schemas.Bin).toMatchObject({ type: 'string', format: 'bin', pattern: '^[0-9]{12}$' })
    expect(schemas.Day).toEqual({ type: 'string', format: 'date' })
    expect(schemas.PersonValue?.properties?.birthDate).toEqual({ anyOf: [{ $ref: '#/components/schemas/Day' }, { type: 'null' }] })
    expect(schemas.DiplomaFact?.properties).toMatchObject({
      type: { const: 'diploma' },
      value: { $ref: '#/components/schemas/DiplomaValue' },
    })
    expect(schemas.Fact?.anyOf).toHaveLength(14)
  })
})

test('accepts its own examples, whose people are invented', () => {
  expect(PortfolioRequest.safeParse(requestExample).success).toBe(true)
  expect(RefreshRequest.safeParse(refreshExample).success).toBe(true)
  expect(requestExample.iin).toMatch(/^\d{6}[12]/)
  for (const digits of JSON.stringify(document).match(/(?<!\d)\d{12}(?!\d)/g) ?? []) {
    expect([requestExample.iin, requestExample.organisationBin]).toContain(digits)
  }
  expect([Iin.safeParse(requestExample.iin).success, Bin.safeParse(requestExample.organisationBin).success]).toEqual([true, true])
})
