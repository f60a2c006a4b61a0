import { describe, expect, it } from 'vitest'
import { SourceFailure } from './failure.ts'
import { createSessionKeeper } from './session.ts'

function rig(shared = true) {
  const time = { at: 0 }
  const keeper = createSessionKeeper({ now: () => time.at, monotonic: () => time.at }, shared)
  let logins = 0
  const login = async (seconds = 300) => ({ token: `t${++logins}`, seconds })
  return { time, keeper, ask: (seconds?: number) => keeper.token('courses', () => login(seconds)) }
}

/** A login that is settled by hand. */
function held() {
  return Promise.withResolvers<{ token: string; seconds: number }>()
}
const timeout = new SourceFailure({ outcome: 'unavailable', reason: 'timeout' }, 'no', 'late')

describe('createSessionKeeper', () => {
  it('keeps a token until half a minute before its end', async () => {
    const { time, ask } = rig()
    expect(await ask()).toBe('t1')
    time.at = 269_999
    expect(await ask()).toBe('t1')
    time.at = 270_000
    expect(await ask()).toBe('t2')
  })

  it('keeps a short token for half its life', async () => {
    const { time, ask } = rig()
    await ask(20)
    time.at = 9999
    expect(await ask()).toBe('t1')
    time.at = 10_000
    expect(await ask()).toBe('t2')
  })

  it('logs in once for all who ask at the same time', async () => {
    const { ask } = rig()
    expect(await Promise.all([ask(), ask(), ask()])).toEqual(['t1', 't1', 't1'])
  })

  it('shares no login where promises must not be shared, but keeps the token', async () => {
    const { ask } = rig(false)
    expect(await Promise.all([ask(), ask()])).toEqual(['t1', 't2'])
    expect(await ask()).toBe('t2')
  })

  it('forgets a refused token, but not the one that replaced it', async () => {
    const { keeper, ask } = rig()
    await ask()
    keeper.forget('courses', 't1')
    expect(await ask()).toBe('t2')
    keeper.forget('courses', 't1')
    expect(await ask()).toBe('t2')
  })

  it('lets one who still has time log in after the limit of the first passed', async () => {
    const { keeper } = rig()
    const first = held()
    const leader = keeper.token('courses', () => first.promise)
    const joiner = keeper.token('courses', async () => ({ token: 'own', seconds: 300 }))
    first.reject(timeout)
    await expect(leader).rejects.toBe(timeout)
    expect(await joiner).toBe('own')
  })

  it('hands a refused login to all who waited for it, and asks anew later', async () => {
    const { keeper, ask } = rig()
    const refused = new SourceFailure({ outcome: 'unavailable', reason: 'auth' }, 'renew', 'status 401')
    const logins = [0, 1].map(() => keeper.token('courses', () => Promise.reject(refused)))
    for (const login of logins) await expect(login).rejects.toBe(refused)
    expect(await ask()).toBe('t1')
  })
})
