import { beforeEach, describe, expect, test } from 'vitest'
import { Explanation } from '../../schemas/explanation.ts'
import { Problem } from '../../schemas/problem.ts'
import { gatewayRig } from '../../test/support/gateway-rig.ts'
import { portfolioOf } from '../../test/support/portfolio-view.ts'

let rig: ReturnType<typeof gatewayRig>
let gapId: string
beforeEach(async () => {
  rig = gatewayRig()
  await rig.create()
  const portfolio = { ...(await portfolioOf({ said: { diplomas: [] } })), id: 'pf_1', version: 2 }
  const stored = await rig.deps.store.portfolios.version('pf_1', 'latest')
  if (!stored) throw new Error('nothing is stored')
  rig.portfolios.add({ ...stored, version: 2, etag: '"2.x"', body: JSON.stringify(portfolio) })
  gapId = portfolio.gaps.find(({ section }) => section === 'education')?.id ?? ''
})

const ask = (as: string | null, tail = gapId, headers = {}) => rig.call(as, `GET /v1/portfolios/pf_1/gaps/${tail}`, { headers })

describe('an explanation', () => {
  test.each(['platform', 'teacher', 'responsible'])('is there for %s', async (as) => {
    const answer = await ask(as)
    const { gap, chain } = Explanation.parse(await answer.json())
    expect(gap).toMatchObject({ id: gapId, code: 'not_found', section: 'education' })
    expect(chain.map(({ step }) => step)).toEqual(['rule', 'item', 'asked', 'records', 'verdict'])
    expect([answer.headers.get('etag'), answer.headers.get('cache-control')]).toEqual(['"2.x"', 'no-store'])
  })

  test.each(['other-teacher', 'other-responsible', 'no-school'])('is not found by %s, as if it were not there', async (as) => {
    const [theirs, none] = [await ask(as), await rig.call(as, `GET /v1/portfolios/pf_9/gaps/${gapId}`)]
    const told = async (answer: Response) => Problem.omit({ traceId: true, instance: true }).parse(await answer.json())
    expect([theirs.status, none.status]).toEqual([404, 404])
    expect(await told(theirs)).toEqual(await told(none))
  })

  test.each(['commission', 'department', 'operator', 'auditor'])('is forbidden for %s', async (as) => {
    expect((await ask(as)).status).toBe(403)
  })

  test('needs a token', async () => {
    expect((await ask(null)).status).toBe(401)
  })

  test.each(['gap_0', 'x', '%00', 'gap_', '__proto__'])('is not found for the gap %s, whatever the caller has', async (id) => {
    expect((await ask('platform', id, { 'if-none-match': '*' })).status).toBe(404)
  })

  test('answers 304 to whoever has this version', async () => {
    const answer = await ask('platform', gapId, { 'if-none-match': '"2.x"' })
    expect([answer.status, await answer.text(), answer.headers.get('etag')]).toEqual([304, '', '"2.x"'])
    expect((await ask('platform', gapId, { 'if-none-match': '"1.x"' })).status).toBe(200)
  })

  test('is of the newest version alone', async () => {
    await rig.call('platform', 'POST /v1/portfolios/pf_1/refresh')
    expect((await ask('platform')).status).toBe(404)
  })
})
