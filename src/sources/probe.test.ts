import { describe, expect, test } from 'vitest'
import type { Adapter } from '../../adapters/adapter.ts'
import { adapterOf } from '../../test/support/ask-rig.ts'
import { answer, createWire, failureIn, faultAnswer, syncAnswer } from '../../test/support/wire-rig.ts'
import type { HttpResponse } from '../ports.ts'
import { canBeProbed, type ProbeDeps, probeSource } from './probe.ts'
import type { Token } from './session.ts'

const XML = { 'content-type': 'text/xml; charset=utf-8' }
const JSON_TYPE = { 'content-type': 'application/json' }
const sender = adapterOf({ access: { kind: 'sender' } })
const session = adapterOf({
  access: {
    kind: 'session',
    login: (user, password) => ({ method: 'POST', path: '/login', json: { user, password } }),
    token: (body) => ((body as { token?: string }).token ? { token: 'fresh', seconds: 60 } : null),
    header: (token) => ['x-token', token],
  },
})

/** A probe over one scripted answer: what it comes to, what was sent, and the tokens that were kept. */
function probing(adapter: Adapter, response: HttpResponse) {
  const kept: Token[] = []
  const wire = createWire(response, { access: adapter.access })
  const open: ProbeDeps['open'] = (access) => (access.kind === 'none' ? wireWithout.source : wire.source)
  const wireWithout = createWire(response)
  const deps: ProbeDeps = { open, desk: { poll: async () => 0 }, sessions: { keep: (_, token) => void kept.push(token) } }
  const settings = { ...SETTINGS, id: adapter.id }
  return { came: failureIn(probeSource(adapter, settings, deps)), sent: [wire.requests, wireWithout.requests], kept }
}
const SETTINGS = createWire(answer('')).settings

describe('the bus', () => {
  test.each([
    ['the known fault', answer(faultAnswer('SCE001'), 500, XML), 'no failure'],
    ['an error of the provider', answer(faultAnswer('SCE909'), 500, XML), 'no failure'],
    ['a status of the provider', answer(syncAnswer('', '404'), 200, XML), 'no failure'],
    ['another status of the provider', answer(syncAnswer('', 'ERR-77'), 200, XML), 'no failure'],
    ['a service that is switched off', answer(faultAnswer('SCE004'), 500, XML), 'unavailable/shep_fault no'],
    ['our certificate that is over', answer(faultAnswer('SCE005'), 500, XML), 'unavailable/shep_fault no'],
    ['our signature that is missing', answer(faultAnswer('SCE007'), 500, XML), 'unavailable/shep_fault no'],
    ['a refused sender', answer('', 401), 'unavailable/auth renew'],
    ['a page', answer('<html></html>', 200, XML), 'unavailable/html yes'],
    ['no envelope', answer('<a/>', 200, XML), 'unreadable/protocol once'],
  ])('is judged by %s', async (_, response, came) => {
    expect(await probing(sender, response).came).toBe(came)
  })

  test('is sent a message of our service without anything in it', async () => {
    const { came, sent } = probing(sender, answer(faultAnswer('SCE001'), 500, XML))
    await came
    expect(sent[0]?.[0]?.body).toMatch(/<serviceId>SERVICE<\/serviceId>.*<data><nothing><\/nothing><\/data>/)
  })
})

describe('a login', () => {
  test('proves our credentials, and its token is kept', async () => {
    const { came, kept } = probing(session, answer('{"token":"t"}', 200, JSON_TYPE))
    expect(await came).toBe('no failure')
    expect(kept).toEqual([{ token: 'fresh', seconds: 60 }])
  })

  test.each([
    ['that is refused', answer('{}', 401, JSON_TYPE), 'unavailable/auth renew'],
    ['without a token', answer('{}', 200, JSON_TYPE), 'unreadable/protocol once'],
  ])('%s is a failure', async (_, response, expected) => {
    const { came, kept } = probing(session, response)
    expect(await came).toBe(expected)
    expect(kept).toEqual([])
  })
})

test('asks what the adapter names, with its credentials', async () => {
  const named = adapterOf({ access: { kind: 'basic' }, probe: { method: 'GET', path: '/ping', alsoAccept: [400] } })
  const { came, sent } = probing(named, answer('{}', 400, JSON_TYPE))
  expect(await came).toBe('no failure')
  expect(sent[0]).toMatchObject([
    { method: 'GET', url: expect.stringMatching(/\/ping$/), headers: { authorization: expect.stringMatching(/^Basic /) } },
  ])
})

test('knows nothing to ask of a source whose every question names a person', () => {
  expect([sender, session, adapterOf({ probe: { method: 'GET', path: '/' } })].every(canBeProbed)).toBe(true)
  expect(canBeProbed(adapterOf())).toBe(false)
})
