import { describe, expect, test } from 'vitest'
import type { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import * as draft from '../../test/support/drafts.ts'
import { claim } from '../../test/support/line.ts'
import { codesIn, portfolioOf } from '../../test/support/portfolio-view.ts'
import { gradeOf } from './identity.ts'

const person = (surname: string | null, name: string | null, patronymic: string | null = null) => ({ surname, name, patronymic })

describe('grades of names', () => {
  test.each([
    ['exact', person('ҮЛГІБАЕВА', 'АЙША'), person('ҮЛГІБАЕВА', 'АЙША')],
    ['folded', person('Үлгібаева', 'Айша', 'Серікқызы'), person('УЛГИБАЕВА', 'АЙША', 'СЕРИККЫЗЫ')],
    ['folded', person('Үлгібаев', 'Асқар', 'Серікұлы'), person('Улгибаев', 'Аскар', 'Серикович')],
    ['folded', person('ҮЛГІБАЕВА', 'АЙША', null), person('ҮЛГІБАЕВА', 'АЙША', 'СЕРІКҚЫЗЫ')],
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

  test('is compared with the request where the register is silent', async () => {
    expect(await judged([], { names: { surname: 'Мысалова', name: 'Айша' } })).toEqual([])
    expect(await judged([], { names: { surname: 'Басқа', name: 'Айша' } })).toEqual(['identity_mismatch'])
  })

  test('is compared with what the number codes where nobody tells a name', async () => {
    expect(await judged([], {})).toEqual([])
    expect(await judged([], {}, { ...holder, birthDate: '1886-03-12' })).toEqual(['identity_mismatch'])
  })
})
