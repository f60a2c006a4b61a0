import { describe, expect, test } from 'vitest'
import type { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import * as draft from '../../test/support/drafts.ts'
import { heldOf } from '../../test/support/held-facts.ts'
import { claim, IIN } from '../../test/support/line.ts'
import { lineNow } from '../../test/support/line-now.ts'
import { codesIn, portfolioOf } from '../../test/support/portfolio-view.ts'
import type { HeldFact } from './held.ts'
import { gradeOf, mismatched, yardstickOf } from './identity.ts'

const person = (surname: string | null, name: string | null, patronymic: string | null = null) => ({ surname, name, patronymic })

describe('grades of names', () => {
  test.each([
    ['exact', person('ҮЛГІБАЕВА', 'АЙША'), person('ҮЛГІБАЕВА', 'АЙША')],
    ['folded', person('Үлгібаева', 'Айша', 'Серікқызы'), person('УЛГИБАЕВА', 'АЙША', 'СЕРИККЫЗЫ')],
    ['folded', person('Үлгібаев', 'Асқар', 'Серікұлы'), person('Улгибаев', 'Аскар', 'Серикович')],
    ['folded', person('ҮЛГІБАЕВА', 'АЙША', null), person('ҮЛГІБАЕВА', 'АЙША', 'СЕРІКҚЫЗЫ')],
    ['folded', person(null, 'АЙША'), person('ҮЛГІБАЕВА', 'АЙША')],
    ['folded', person('ҮЛГІБАЕВА', null), person('ҮЛГІБАЕВА', 'АЙША')],
    ['folded', person('ҮЛГІБАЕВА', 'АЙША'), person('ҮЛГІБАЕВА', 'Айша')],
    ['folded', person('ҮЛГІБАЕВА', 'АЙША'), person(null, null)],
    ['different', person('ҮЛГІБАЕВА', 'АЙША', 'СЕРІКҚЫЗЫ'), person('ҮЛГІБАЕВА', 'АЙША', 'МАРАТҚЫЗЫ')],
    ['surname_differs', person('МЫСАЛОВА', 'АЙША'), person('ҮЛГІБАЕВА', 'АЙША')],
    ['different', person('ҮЛГІБАЕВА', 'ДИНА'), person('ҮЛГІБАЕВА', 'АЙША')],
  ] as const)('are %s for %o and %o', (grade, one, other) => {
    expect(gradeOf(one, other)).toBe(grade)
  })
})

describe('the person of a record', () => {
  const holder = { surname: 'МЫСАЛОВА', name: 'АЙША', patronymic: null, birthDate: '1885-03-12' }
  const former = { surname: 'Мысалова', name: 'Айша', patronymic: null, until: '1910-05-01' }
  const judged = async (register: unknown[], change: Partial<PortfolioRequest>, record = holder) => {
    const said = { 'population-register': register, diplomas: [draft.diploma({}, { holder: record })] }
    return codesIn(await portfolioOf({ request: claim(change), said }), 'education')
  }

  test('is compared with the register where it answered', async () => {
    expect(await judged([draft.person()], { names: { surname: 'Мысалова', name: 'Айша' } })).toEqual(['identity_mismatch'])
  })

  test('may bear a former name', async () => {
    expect(await judged([draft.person({ formerNames: [former] })], {})).toEqual([])
  })

  test.each([
    ['may bear a former name that leaves out what stayed', { surname: 'Мысалова', name: null }, []],
    ['is not excused by a former name without a surname', { surname: null, name: 'Айша' }, ['identity_mismatch']],
    ['is not excused by a former name that tells nothing', { surname: null, name: null }, ['identity_mismatch']],
  ])('%s', async (_, parts, codes) => {
    expect(await judged([draft.person({ formerNames: [{ ...former, ...parts }] })], {})).toEqual(codes)
  })

  test('is compared with the request where the register is silent', async () => {
    expect(await judged([], { names: { surname: 'Мысалова', name: 'Айша' } })).toEqual([])
    expect(await judged([], { names: { surname: 'Басқа', name: 'Айша' } })).toEqual(['identity_mismatch'])
  })

  test('is compared with what the number codes where nobody tells a name', async () => {
    expect(await judged([], {})).toEqual([])
    expect(await judged([], {}, { ...holder, birthDate: '1886-03-12' })).toEqual(['identity_mismatch'])
  })
})

describe('the yardstick', () => {
  const names = { surname: 'Үлгібаева', name: 'Айша' }
  const yardstick = (change: Partial<PortfolioRequest>, register: unknown[] = []) => {
    const { merged, held } = lineNow({ request: claim(change), said: { 'population-register': register } })
    return yardstickOf(merged.planned, held)
  }

  test('takes the birth date from where it is told, else from the number', () => {
    expect(yardstick({ names: { ...names, birthDate: '1885-03-13' } }).birthDate).toBe('1885-03-13')
    expect(yardstick({ names }).birthDate).toBe('1885-03-12')
    expect(yardstick({}, [draft.person({ birthDate: '1885-03-14' })]).birthDate).toBe('1885-03-14')
    expect(yardstick({}, [draft.person({ birthDate: null })]).birthDate).toBe('1885-03-12')
  })

  test('has no birth date where the number names no century', () => {
    const iin = `${IIN.slice(0, 6)}0${IIN.slice(7)}`
    expect(yardstick({ iin })).toEqual({ names: [], birthDate: null })
    expect(yardstick({ iin, names }).birthDate).toBeNull()
  })

  test('has no part of a name that nobody told', () => {
    expect(yardstick({ names }).names).toMatchObject([{ surname: 'Үлгібаева', name: 'Айша', patronymic: null }])
    expect(yardstick({ names: { surname: 'Үлгі', patronymic: 'Серікқызы' } }).names).toMatchObject([
      { surname: 'Үлгі', name: null, patronymic: 'Серікқызы' },
    ])
    expect(yardstick({ names }, [draft.reserve()]).names).toHaveLength(1)
  })

  test('tells apart people whose names run into each other', () => {
    const [one, other] = [person('АБ', 'В'), person('А', 'БВ')].map((names) => ({
      ...heldOf(draft.diploma()),
      holder: { ...names, birthDate: null },
    })) as [HeldFact, HeldFact]
    expect(mismatched([one, other], { names: [person('АБ', 'В')], birthDate: null })).toEqual([other])
  })

  test('judges each person by what the record tells', () => {
    const held = (change: object) => ({ ...heldOf(draft.diploma()), holder: { ...names, patronymic: null, birthDate: null, ...change } })
    const facts = [held({}), held({ name: 'Дина' }), held({ name: 'Дина' }), held({ birthDate: '1999-01-01' }), heldOf(draft.diploma())]
    const measure = { names: [{ ...names, patronymic: null }], birthDate: '1885-03-12' }
    expect(mismatched(facts, measure)).toEqual(facts.slice(1, 4))
    expect(mismatched(facts, { ...measure, birthDate: null })).toEqual(facts.slice(1, 3))
    expect(mismatched(facts, { ...measure, names: [] })).toEqual(facts.slice(3, 4))
  })
})
