import { beforeEach, describe, expect, test } from 'vitest'
import { SourceHealth } from '../../schemas/source-health.ts'
import { gatewayRig, IIN } from '../../test/support/gateway-rig.ts'
import { StoreUnavailable } from '../store/store.ts'

const UNTIL = '2026-11-24T12:00:00+05:00'
const IN_UTC = '2026-11-24T07:00:00.000Z'
const BODIES = {
  pause: { reason: 'Asked for by the owner', until: UNTIL },
  resume: { reason: 'All is well' },
  mute: { reason: 'Known', until: UNTIL },
  maintenance: { reason: 'It moves', from: '2026-11-24T09:00:00+05:00', to: UNTIL },
  breaker: { state: 'open', reason: 'By hand', until: UNTIL },
}
type Verb = keyof typeof BODIES
const VERBS = Object.keys(BODIES) as Verb[]
const line = (verb: string, source = 'diplomas') => `POST /v1/sources/${source}/${verb}`

let rig: ReturnType<typeof gatewayRig>
beforeEach(() => {
  rig = gatewayRig()
})

const say = (verb: Verb, body: unknown = BODIES[verb], headers: Record<string, string> = {}) =>
  rig.call('operator', line(verb), { body, headers })
const shown = async () => SourceHealth.parse(await (await rig.call('platform', 'GET /v1/sources/diplomas')).json())
async function told(answer: Response): Promise<readonly unknown[]> {
  const { code, errors } = (await answer.json()) as { code: string; errors?: readonly unknown[] }
  return [answer.status, code, ...(errors ?? [])]
}

describe('the word of an operator', () => {
  test.each([
    ['pause', { state: 'paused', actions: [{ kind: 'pause', reason: 'Asked for by the owner', until: IN_UTC }] }],
    ['mute', { state: 'unknown', actions: [{ kind: 'mute', reason: 'Known', until: IN_UTC }] }],
    ['maintenance', { state: 'maintenance', maintenance: [{ from: '2026-11-24T04:00:00.000Z', to: IN_UTC, by: 'operator-1' }] }],
    ['breaker', { state: 'down', breaker: 'forced_open', actions: [{ kind: 'breaker', state: 'open', by: 'operator-1' }] }],
    ['resume', { state: 'unknown', actions: [] }],
  ] as const)('is taken, and the health tells of it at once: %s', async (verb, health) => {
    const answer = await say(verb)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json; charset=UTF-8'])
    const body = SourceHealth.parse(await answer.json())
    expect(body).toMatchObject(health)
    expect(await shown()).toEqual(body)
  })

  test('ends a pause, and gives the breaker back to itself', async () => {
    await say('pause')
    await say('breaker')
    expect(SourceHealth.parse(await (await say('resume')).json())).toMatchObject({ state: 'down', actions: [{ kind: 'breaker' }] })
    const last = SourceHealth.parse(await (await say('breaker', { state: 'auto', reason: 'Back' })).json())
    expect(last).toMatchObject({ state: 'unknown', breaker: 'closed', actions: [] })
    expect(rig.actionStore.said.map(({ kind }) => kind)).toEqual(['pause', 'breaker', 'resume', 'breaker'])
  })

  test('takes back planned work that has not begun, whatever the offset in which it is named', async () => {
    await say('pause')
    await say('maintenance', { ...BODIES.maintenance, from: '2026-11-24T11:00:00+05:00' })
    const health = SourceHealth.parse(await (await say('resume', { reason: 'Wrong day', from: '2026-11-24T06:00:00Z' })).json())
    expect([health.maintenance, health.state]).toEqual([[], 'paused'])
    expect(rig.actionStore.said.map(({ kind }) => kind)).toEqual(['pause', 'maintenance', 'withdrawal'])
    expect(await told(await say('resume', { reason: 'Late', from: '2026-11-24T04:00:00Z' }))).toEqual([
      422,
      'validation.failed',
      { pointer: '/from', code: 'time.past' },
    ])
    expect(await told(await say('resume', { reason: 'Twice', from: '2026-11-24T06:00:00Z' }))).toEqual([
      422,
      'validation.failed',
      { pointer: '/from', code: 'time.unplanned' },
    ])
  })

  test('is said once under a key, whatever time it is when it is repeated', async () => {
    const headers = { 'Idempotency-Key': 'one' }
    const first = await (await say('pause', BODIES.pause, headers)).text()
    rig.state.now = Date.parse(IN_UTC)
    const again = await say('pause', BODIES.pause, headers)
    expect([await again.text(), again.headers.get('Idempotent-Replayed')]).toEqual([first, 'true'])
    expect(rig.actionStore.said).toHaveLength(1)
    expect(await told(await say('pause', { reason: 'Other' }, headers))).toEqual([422, 'idempotency.mismatch'])
  })

  test('is kept with who, why and until when, and logged without the reason', async () => {
    await say('breaker')
    const [{ action } = { action: '' }] = rig.actionStore.said
    const kept = { kind: 'breaker', state: 'open', by: 'operator-1', reason: 'By hand', until: IN_UTC, at: '2026-11-24T05:00:00.000Z' }
    expect(JSON.parse(action)).toEqual(kept)
    const logged = rig.lines.filter(({ message }) => message === 'operator action')
    expect(logged.map(({ fields }) => fields)).toEqual([{ source: 'diplomas', kind: 'breaker', state: 'open' }])
  })

  test('shows and keeps no digit of an operator whom his issuer names by number', async () => {
    const answer = await rig.call('operator-by-number', line('pause'), { body: BODIES.pause })
    const { actions } = SourceHealth.parse(await answer.json())
    expect(actions.map(({ by }) => by)).toEqual(['urn:iin:••••••••••••'])
    expect(rig.actionStore.said.map(({ action }) => JSON.parse(action).by)).toEqual(['urn:iin:••••••••••••'])
  })

  test('is not taken where it cannot be kept', async () => {
    Object.assign(rig.actionStore, { append: () => Promise.reject(new StoreUnavailable('08006')) })
    expect(await told(await say('pause'))).toEqual([503, 'store.unavailable'])
    expect((await shown()).state).toBe('unknown')
  })
})

describe.each(VERBS)('%s', (verb) => {
  test.each(['platform', 'responsible', 'teacher', 'commission', 'department', 'auditor'])(
    'is refused to the role of %s',
    async (caller) => {
      expect(await told(await rig.call(caller, line(verb), { body: BODIES[verb] }))).toEqual([403, 'auth.forbidden'])
      expect(await told(await rig.call(caller, line(verb, 'nowhere'), { body: BODIES[verb] }))).toEqual([403, 'auth.forbidden'])
    },
  )

  test('is refused to nobody, of no source, without a reason, and with a person in it', async () => {
    expect(await told(await rig.call(null, line(verb), { body: BODIES[verb] }))).toEqual([401, 'auth.missing'])
    expect(await told(await rig.call('operator', line(verb, 'nowhere'), { body: BODIES[verb] }))).toEqual([404, 'not-found'])
    const fault = (code: string) => [422, 'validation.failed', { pointer: '/reason', code }]
    expect(await told(await say(verb, { ...BODIES[verb], reason: undefined }))).toEqual(fault('required'))
    expect(await told(await say(verb, { ...BODIES[verb], reason: ` ${IIN}` }))).toEqual(fault('type'))
    const grouped = `${IIN.slice(0, 6)} ${IIN.slice(6)}`
    expect(await told(await say(verb, { ...BODIES[verb], reason: grouped }))).toEqual(fault('type'))
    expect(await told(await say(verb, { ...BODIES[verb], reason: 'x'.repeat(501) }))).toEqual(fault('too_long'))
    expect(rig.actionStore.said).toEqual([])
  })
})

test.each([
  ['pause', { until: '2026-11-24T10:00:00+05:00' }, '/until', 'time.past'],
  ['mute', { until: '2026-11-24T05:00:00Z' }, '/until', 'time.past'],
  ['breaker', { until: '2020-01-01T00:00:00Z' }, '/until', 'time.past'],
  ['pause', { until: '2026-11-25' }, '/until', 'type'],
  ['pause', { until: '2026-02-30T00:00:00Z' }, '/until', 'type'],
  ['pause', { until: '9999-12-31T23:59:59-05:00' }, '/until', 'type'],
  ['pause', { until: null }, '/until', 'type'],
  ['resume', { until: UNTIL }, '/until', 'unknown_key'],
  ['maintenance', { from: undefined }, '/from', 'required'],
  ['maintenance', { from: UNTIL }, '/to', 'time.order'],
  ['maintenance', { from: '2026-11-25T00:00:00Z' }, '/to', 'time.order'],
  ['maintenance', { to: '2026-11-24T05:00:00Z' }, '/to', 'time.past'],
  ['breaker', { state: 'half_open' }, '/state', 'unknown_code'],
] as const)('%s is refused with %j', async (verb, change, pointer, code) => {
  expect(await told(await say(verb, { ...BODIES[verb], ...change }))).toEqual([422, 'validation.failed', { pointer, code }])
  expect(rig.actionStore.said).toEqual([])
})

test('tells whoever reads the metrics which sources are to be left alone', async () => {
  const rendered: unknown[] = []
  Object.assign(rig.deps.metrics, { render: async (held: readonly unknown[]) => `${rendered.push(held[0])}` })
  for (const verb of ['pause', 'mute', 'maintenance'] as const) {
    await rig.call(null, 'GET /metrics')
    await say(verb)
  }
  await rig.call(null, 'GET /metrics')
  const told = (paused: boolean, muted: boolean, maintenance: boolean) => ({ source: 'diplomas', paused, muted, maintenance })
  expect(rendered).toEqual([told(false, false, false), told(true, false, false), told(true, true, false), told(true, true, true)])
})
