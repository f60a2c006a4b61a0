import { expect, test } from 'vitest'
import { Category } from '../../schemas/category.ts'
import { FactValues } from '../../schemas/fact.ts'
import { categoryOf } from './categories.ts'
import { normaliseApplication } from './normalise.ts'
import { ApplicationWire } from './wire.ts'

const COMPLETE = {
  externalRequestId: 'A-1',
  requesterLastName: 'ҮЛГІБАЕВА',
  requesterFirstName: 'АЙША',
  requesterMiddleName: '-',
  requesterBirthDate: '1879-07-04+06:00',
  processingStatus: 'IN_PROGRESS',
  resolutionType: 'NO_RESOLUTION',
  declared_category: { code: 'researcher', kkValue: 'педагог-зерттеуші', ruValue: '' },
  current_category: { code: 'expert', kkValue: 'педагог-сарапшы', ruValue: '' },
  current_category_valid_until: '2027-06-01',
  current_category_order_no: '15-қ',
  current_category_order_date: '2022-06-01',
  post: { code: 'teacher', kkValue: 'педагог', ruValue: 'педагог' },
  organisation_bin: '000140000002',
  submitted_at: '2026-11-20',
  essay_language: 'kk',
  essay_words: '350',
  documents: { name: 'order.pdf', base64Data: { sha256: 'ab', size: 3 } },
}

function factsOf(change: Record<string, unknown> = {}) {
  const drafts = normaliseApplication(ApplicationWire.parse({ ...COMPLETE, ...change }))
  return Object.fromEntries(drafts.map((draft) => [draft.type, { ...draft, value: FactValues[draft.type].parse(draft.value) }]))
}

test('gives the application, the category held and the essay', () => {
  const facts = factsOf()
  expect(facts.application?.value).toMatchObject({ number: 'A-1', declaredCategory: 'researcher', currentCategory: 'expert' })
  expect(facts.category?.value).toMatchObject({ category: 'expert', post: 'teacher', orderNumber: '15-қ', validUntil: '2027-06-01' })
  expect(facts.essay?.value).toEqual({ language: 'kk', words: 350 })
})

test('gives the requester as the holder of each fact', () => {
  const holder = { surname: 'ҮЛГІБАЕВА', name: 'АЙША', patronymic: null, birthDate: '1879-07-04' }
  expect(Object.values(factsOf()).map((fact) => fact.holder)).toEqual([holder, holder, holder])
})

test.each([
  ['a code as text', 'researcher', 'researcher'],
  ['a name', 'Педагог - зерттеуші', 'researcher'],
  ['a name in an item with a foreign code', { code: '34', ruValue: 'педагог-исследователь' }, 'researcher'],
  ['words that name none as null', 'үздік педагог', null],
  ['an unknown code as null', { code: 'R7', kkValue: null, ruValue: null }, null],
  ['an empty item as null', { code: '', kkValue: '-' }, null],
  ['nothing as null', '', null],
])('reads a category: %s', (_, sent, category) => {
  expect(factsOf({ declared_category: sent }).application?.value).toMatchObject({ declaredCategory: category })
})

test.each([
  ['the category is unknown', { current_category: 'R7' }, true],
  ['only the order is stated', { current_category: null }, true],
  ['nothing is stated', { current_category: '', current_category_order_no: '', current_category_order_date: null }, false],
])('gives a category fact when %s: %s', (_, sent, given) => {
  expect(factsOf(sent).category !== undefined).toBe(given)
})

test('gives no essay where there is none', () => {
  expect(factsOf({ essay_language: '', essay_words: null }).essay).toBeUndefined()
})

test.each([
  ['no file', '', []],
  ['several files', [COMPLETE.documents, { base64Data: { sha256: 'cd', size: 0, broken: true } }], ['order.pdf', '']],
])('lists %s', (_, documents, names) => {
  expect(factsOf({ documents }).application?.value).toMatchObject({ documents: names.map((name) => ({ name })) })
})

test.each([
  ['a list where one category is meant', { declared_category: ['expert', 'master'] }],
  ['a word for a number', { essay_words: 'көп' }],
  ['a file with its bytes', { documents: [{ name: 'a', base64Data: 'QQ==' }] }],
  ['a name that lost letters', { requesterLastName: '?ЛГІБАЕВА' }],
])('refuses %s', (_, sent) => {
  expect(ApplicationWire.safeParse({ ...COMPLETE, ...sent }).success).toBe(false)
})

test('accepts an application of which every key is missing', () => {
  expect(normaliseApplication(ApplicationWire.parse({})).map(({ key }) => key)).toEqual(['application'])
})

test.each(Category.options)('knows the category %s by its code', (code) => {
  expect(categoryOf(code)).toBe(code)
})

test('takes the old and the new category of one word apart', () => {
  expect(['бірінші санат', 'бірінші санаттағы басшы', 'басшы'].map(categoryOf)).toEqual(['old_first', 'head_1', 'head'])
})
