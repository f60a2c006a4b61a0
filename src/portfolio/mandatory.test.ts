import { expect, test } from 'vitest'
import type { FactDraft } from '../../adapters/adapter.ts'
import * as draft from '../../test/support/drafts.ts'
import { heldOf } from '../../test/support/held-facts.ts'
import { order32 } from '../rulebook/order-32-2025-02-25/index.ts'
import { missingKeys } from './mandatory.ts'

const bare = { orderNumber: null, orderDate: null, validUntil: null, registrationNumber: null }
const ALL_OF_A_DOCUMENT = ['/orderNumber', '/orderDate', '/validUntil']
const nameless = { kk: null, ru: null }

test.each<[unknown, number | null, string[]]>([
  ['дивизион', null, ['/level']],
  [7, null, ['/level']],
  ['-', null, []],
  [undefined, null, []],
  ['республикалық', 4, []],
])('names the level of an award where %j was sent and %j read', (sent, level, expected) => {
  const { fact } = heldOf(draft.award({ level }))
  const raw = sent === undefined ? {} : { level: sent }
  expect(missingKeys({ ...fact, raw }, order32)).toEqual(expected)
})

test.each<[string, FactDraft, string[]]>([
  ['a complete diploma', draft.diploma(), []],
  ['an institution without a name', draft.diploma({ institution: { bin: null, name: nameless } }), ['/institution/name']],
  ['a name in one language', draft.course({ title: { kk: null, ru: 'Курс' } }), []],
  ['a year in place of a day', draft.diploma({ issuedOn: null }), []],
  ['neither a post nor its code', draft.contract({ post: null, position: { code: null, name: nameless } }), ['/post']],
  ['percents in place of marks', draft.quality({ marks: null }), []],
  ['one percent only', draft.quality({ marks: null, qualityPercent: null }), ['/marks']],
  ['a category without a document', draft.category({ orderNumber: null, orderDate: null, validUntil: null }), []],
  ['a document of a category without its term', draft.category({ validUntil: null }), ['/validUntil']],
  ['a category with a number of its register alone', draft.category({ ...bare, registrationNumber: '7' }), ALL_OF_A_DOCUMENT],
  ['a category with an order alone', draft.category({ ...bare, orderNumber: '15' }), ALL_OF_A_DOCUMENT.slice(1)],
  ['a category with the day of an order alone', draft.category({ ...bare, orderDate: '2022-06-01' }), ['/orderNumber', '/validUntil']],
  ['an essay', { ...draft.application(), type: 'essay', section: 'essay', value: { language: null, words: null } }, []],
  ['an empty text', draft.course({ title: { kk: null, ru: null }, hours: null, endsOn: '' }), ['/title', '/hours', '/endsOn']],
  ['no percents at all', draft.quality({ marks: null, qualityPercent: null, performancePercent: null }), ['/marks']],
  ['an employer who is not known', { ...draft.contract(), value: { startsOn: '2021-09-01', post: 'x' } as never }, ['/employer/bin']],
  ['a score of nought', draft.attempt({ score: 0 }), []],
])('names what is empty in %s', (_name, record, expected) => {
  expect(missingKeys(heldOf(record).fact, order32)).toEqual(expected)
})
