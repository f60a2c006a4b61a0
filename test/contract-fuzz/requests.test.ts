import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Bin, Iin } from '../../schemas/identifiers.ts'
import { claim } from '../support/gateway-rig.ts'
import { document, operations } from './document.ts'
import { fromSchema } from './from-schema.ts'
import { requestsOf } from './requests.ts'
import type { World } from './world.ts'

const known = [{ claim, id: 'pf_a', etag: '"1"', gaps: ['gap_a'], sick: false }]
const world = { known, editions: ['order-32-2025-02-25'] } as unknown as World
const create = operations.find(({ operationId }) => operationId === 'createPortfolio')!
const drawn = (seed: number) => fc.sample(requestsOf(create, world), { numRuns: 300, seed })

test('draws the same requests from the same seed', () => {
  expect(drawn(1)).toEqual(drawn(1))
  expect(drawn(1)).not.toEqual(drawn(2))
})

test('draws requests that must be taken, that must be refused, and neither', () => {
  expect(new Set(drawn(1).map(({ expects }) => expects))).toEqual(new Set(['success', 'refusal', 'either']))
})

test('draws numbers with a check digit, of people who cannot be', () => {
  const { schemas } = document.components
  const people = fc.sample(fromSchema(schemas.Iin!), 100)
  expect(people.filter((iin) => !Iin.safeParse(iin).success || !/^\d{6}[12]/.test(String(iin)))).toEqual([])
  expect(fc.sample(fromSchema(schemas.Bin!), 100).filter((bin) => !Bin.safeParse(bin).success)).toEqual([])
})
