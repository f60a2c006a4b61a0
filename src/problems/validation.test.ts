import { expect, test } from 'vitest'
import { PortfolioRequest } from '../../schemas/portfolio-request.ts'
import { claim, IIN } from '../../test/support/gateway-rig.ts'
import { validationFaults } from './validation.ts'

function faultsOf(change: Readonly<Record<string, unknown>>) {
  const input = JSON.parse(JSON.stringify({ ...claim, ...change })) as unknown
  const result = PortfolioRequest.safeParse(input)
  return result.success ? [] : validationFaults(result.error.issues, input)
}
const wrongCheck = `${IIN.slice(0, 11)}${(Number(IIN[11]) + 1) % 10}`

test.each([
  [{ iin: undefined }, '/iin', 'required'],
  [{ iin: 850312 }, '/iin', 'type'],
  [{ iin: '8503' }, '/iin', 'iin.length'],
  [{ iin: '85031224000x' }, '/iin', 'iin.digits'],
  [{ iin: '٨٥٠٣١٢٢٤٠٠٠٥' }, '/iin', 'iin.digits'],
  [{ iin: `850231${IIN.slice(6)}` }, '/iin', 'iin.date'],
  [{ iin: wrongCheck }, '/iin', 'iin.check'],
  [{ organisationBin: '000140000003' }, '/organisationBin', 'bin.check'],
  [{ post: undefined }, '/post', 'required'],
  [{ post: 'postman' }, '/post', 'unknown_code'],
  [{ post: 7 }, '/post', 'type'],
  [{ claimedCategory: 'head_1' }, '/claimedCategory', 'claim.inconsistent'],
  [{ post: 'deputy', claimedCategory: 'deputy_1' }, '/deputyLine', 'required'],
  [{ deputyLine: 'teaching' }, '/deputyLine', 'claim.inconsistent'],
  [{ subject: 'x'.repeat(41) }, '/subject', 'too_long'],
  [{ subject: '' }, '/subject', 'required'],
  [{ confirmationsInRow: 21 }, '/confirmationsInRow', 'type'],
  [{ status: 'ready' }, '/status', 'unknown_key'],
  [{ names: { surname: 'А', role: 1 } }, '/names/role', 'unknown_key'],
  [{ names: {} }, '/names/surname', 'required'],
  [{ categoryPauses: [{ from: '2020-13-01', to: '2021-01-01', ground: 'illness' }] }, '/categoryPauses/0/from', 'type'],
  [{ [IIN]: 1 }, '', 'unknown_key'],
  [{ 'a/b~c': 1 }, '', 'unknown_key'],
])('names place and code of %j', (change, pointer, code) => {
  expect(faultsOf(change)).toEqual([{ pointer, code }])
})

test('refuses __proto__ as a key and stops after fifty faults', () => {
  const many = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`key${'x'.repeat(index % 20)}${index}`, 1]))
  expect(faultsOf(many)).toHaveLength(50)
  const input = JSON.parse(`{"__proto__":{"iin":1},${JSON.stringify(claim).slice(1)}`) as unknown
  const result = PortfolioRequest.safeParse(input)
  expect(result.success).toBe(false)
})
