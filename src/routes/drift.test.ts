import { beforeEach, expect, test } from 'vitest'
import { DriftDecision } from '../../schemas/drift.ts'
import { settled, told } from '../../test/support/drifted.ts'
import { gatewayRig, IIN } from '../../test/support/gateway-rig.ts'

const PATH = 'POST /v1/sources/diplomas/drift'
const word = { decision: 'accept', field: 'status.code', reason: 'Announced' }
let rig: ReturnType<typeof gatewayRig>
beforeEach(() => {
  rig = gatewayRig()
  settled(rig.shapes)
  told(rig.shapes, { status: { code: '7' } })
})

const drift = () => rig.shapes.drift('diplomas')
async function codeOf(answer: Response): Promise<readonly unknown[]> {
  const { code, errors } = (await answer.json()) as { code: string; errors?: unknown }
  return errors ? [answer.status, code, errors] : [answer.status, code]
}

test('accepts a new code: it is usual from now on, and who said so is kept', async () => {
  const answer = await rig.call('operator', PATH, { body: word })
  expect(answer.status).toBe(200)
  const decision = DriftDecision.parse(await answer.json())
  expect(decision).toMatchObject({ source: 'diplomas', ...word, kinds: ['new_enum'], decidedBy: 'operator-1' })
  expect(rig.shapes.of('diplomas').shape.decisions).toMatchObject([{ field: 'status.code', decidedBy: 'operator-1' }])
  told(rig.shapes, { status: { code: '7' } })
  expect(drift().events.filter(({ kind }) => kind === 'new_enum')).toEqual([])
})

test('keeps no digit of an operator whom his issuer names by number', async () => {
  await rig.call('operator-by-number', PATH, { body: word })
  expect(rig.shapes.of('diplomas').shape.decisions).toMatchObject([{ decidedBy: 'urn:iin:••••••••••••' }])
})

test('rejects a new code: what shows it is not used, until it is accepted after all', async () => {
  expect(told(rig.shapes, { status: { code: '7' } })).toEqual([])
  await rig.call('operator', PATH, { body: { ...word, decision: 'reject' } })
  expect(told(rig.shapes, { status: { code: '7' } })).toEqual(['status.code'])
  expect(drift()).toMatchObject({ state: 'breaking', events: [{ decision: 'reject', reason: 'Announced', decidedBy: 'operator-1' }] })
  expect((await rig.call('operator', PATH, { body: word })).status).toBe(200)
  expect(told(rig.shapes, { status: { code: '7' } })).toEqual([])
})

test('answers a repeat under the same key with the first answer', async () => {
  const headers = { 'Idempotency-Key': 'one' }
  const [first, again] = [
    await rig.call('operator', PATH, { body: word, headers }),
    await rig.call('operator', PATH, { body: word, headers }),
  ]
  expect(await again.text()).toBe(await first.text())
  expect(again.headers.get('Idempotent-Replayed')).toBe('true')
  expect(await codeOf(await rig.call('operator', PATH, { body: word }))).toEqual([
    422,
    'validation.failed',
    [{ pointer: '/field', code: 'unknown_code' }],
  ])
})

test('refuses to accept what the mapping cannot read', async () => {
  told(rig.shapes, { issueDate: { day: 30 } })
  expect(await codeOf(await rig.call('operator', PATH, { body: { ...word, field: 'issueDate' } }))).toEqual([409, 'drift.unreadable'])
  expect((await rig.call('operator', PATH, { body: { ...word, field: 'issueDate', decision: 'reject' } })).status).toBe(200)
})

test.each([
  ['another role', 'platform', PATH, word, [403, 'auth.forbidden']],
  ['nobody', null, PATH, word, [401, 'auth.missing']],
  ['a source that is none', 'operator', 'POST /v1/sources/nowhere/drift', word, [404, 'not-found']],
  ['no reason', 'operator', PATH, { ...word, reason: ' ' }, [422, 'validation.failed', [{ pointer: '/reason', code: 'type' }]]],
  [
    'a person in the reason',
    'operator',
    PATH,
    { ...word, reason: IIN },
    [422, 'validation.failed', [{ pointer: '/reason', code: 'type' }]],
  ],
  [
    'an unknown word',
    'operator',
    PATH,
    { ...word, decision: 'maybe' },
    [422, 'validation.failed', [{ pointer: '/decision', code: 'unknown_code' }]],
  ],
])('refuses %s', async (_, caller, line, body, told) => {
  expect(await codeOf(await rig.call(caller, line, { body }))).toEqual(told)
})
