import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { RawRecord, Snapshot } from '../../adapters/adapter.ts'
import { adapterOf, askOf, createRig, invented, type RigOptions, record, type Script } from '../../test/support/ask-rig.ts'
import { StoreUnavailable } from '../store/store.ts'
import { SourceFailure } from './failure.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const mine = invented(1)
const row = (person: string, iin: string | null = null): RawRecord => record({ number: '1', person }, iin)

/** A list of pages, one call each; found by the person in the row. */
const delivery: Snapshot = {
  kind: 'snapshot',
  renewed: 'when_asked',
  youngSeconds: 60,
  parts: async (teacher) => (teacher ? [{ scope: teacher.organisationBin, tag: null, asOf: null }] : []),
  only: (teacher) => teacher.organisationBin,
  home: () => null,
  async *load(_, __, source) {
    for (let page = 0; ; page++) {
      const { body } = await source.json({ method: 'GET', path: '/', query: { page } })
      if ((body as RawRecord[]).length === 0) return
      yield body as RawRecord[]
    }
  },
  keys: (value) => [(value as { person: string }).person],
  asked: (teacher) => [teacher.iin, 'surname name'],
}
const adapter = adapterOf({ id: 'student-achievements', delivery })
const PART = { source: 'student-achievements', scope: '000140000002' }

/** Answers page after page, and counts the calls. */
function paged(...pages: RawRecord[][]): { readonly script: Script; calls: number } {
  const counted = {
    calls: 0,
    script: async (call: Parameters<Script>[0]) => {
      counted.calls++
      return pages[Number(call.query?.page)] ?? []
    },
  }
  return counted
}

async function ask(rig: ReturnType<typeof createRig>) {
  const pending = rig.askAll([askOf(adapter)], 8000)
  await vi.runAllTimersAsync()
  const [outcome] = await pending
  return { ...outcome!.status, records: outcome!.records }
}
const rigOf = (script: Script, settings: RigOptions['settings'] = {}) => createRig({ script, settings, adapters: [adapter] })

describe('loading', () => {
  test('loads every page and answers with the rows of the teacher', async () => {
    const pages = paged([row(mine), row('somebody')], [row('surname name')])
    const answer = await ask(rigOf(pages.script))
    expect(answer).toMatchObject({ outcome: 'answered', attempts: 1, stale: false, asOf: expect.stringMatching(/Z$/) })
    expect(answer.records).toHaveLength(2)
    expect(pages.calls).toBe(3)
  })

  test('gives the verdict with which a list ends, and nothing of the list', async () => {
    async function* load() {
      yield [row(mine)]
      yield { outcome: 'unreadable', reason: 'protocol' } as const
    }
    const broken = adapterOf({ id: 'student-achievements', delivery: { ...delivery, load } })
    const pending = createRig({ adapters: [broken] }).askAll([askOf(broken)], 8000)
    await vi.runAllTimersAsync()
    expect(await pending).toMatchObject([{ status: { outcome: 'unreadable', reason: 'protocol' }, records: [] }])
  })

  test('keeps the exchange that loaded a row', async () => {
    const own = row(mine)
    expect((await ask(rigOf(paged([own]).script))).records).toEqual([own])
  })

  test('returns empty where no row is about the teacher', async () => {
    expect(await ask(rigOf(paged([row('somebody')]).script))).toMatchObject({ outcome: 'empty', reason: null })
  })

  test('leaves out rows of other people without an event', async () => {
    const rig = rigOf(paged([row('surname name', invented(60)), row(mine, mine)]).script)
    expect((await ask(rig)).records).toHaveLength(1)
    expect(rig.seen.join()).not.toContain('event')
  })

  test('looks for drift in the whole list and stores nothing then', async () => {
    const rig = rigOf(paged([record({ nomer: '1', person: mine })]).script)
    expect(await ask(rig)).toMatchObject({ outcome: 'unreadable', reason: 'drift', records: [] })
    expect(await rig.copies.parts('student-achievements')).toEqual([])
    expect(rig.copies.leases.size).toBe(0)
  })
})

describe('age', () => {
  test('answers from a young copy without a call', async () => {
    const pages = paged([row(mine)])
    const rig = rigOf(pages.script)
    const first = await ask(rig)
    await vi.advanceTimersByTimeAsync(59_000)
    expect(await ask(rig)).toMatchObject({ outcome: 'answered', attempts: 0, asOf: first.asOf, stale: false })
    expect(pages.calls).toBe(2)
  })

  test('loads anew when the copy is older', async () => {
    const pages = paged([row(mine)])
    const rig = rigOf(pages.script)
    await ask(rig)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await ask(rig)).toMatchObject({ outcome: 'answered', attempts: 1, stale: false })
    expect(pages.calls).toBe(4)
  })

  test('keeps the failure as outcome and the rows of the older copy', async () => {
    let script = paged([row(mine)]).script
    const rig = rigOf((call, signal) => script(call, signal))
    const first = await ask(rig)
    await vi.advanceTimersByTimeAsync(60_000)
    script = () => Promise.reject(new SourceFailure({ outcome: 'unavailable', reason: 'connect' }, 'no', 'x'))
    expect(await ask(rig)).toMatchObject({ outcome: 'unavailable', reason: 'connect', stale: true, asOf: first.asOf, records: [{}] })
  })

  test('returns the failure alone where there is no copy', async () => {
    const answer = await ask(rigOf(() => new Promise(() => {})))
    expect(answer).toMatchObject({ outcome: 'unavailable', reason: 'timeout', stale: false, asOf: null, records: [], durationMs: 5000 })
  })

  test('shows the age of the copy on the board', async () => {
    const rig = rigOf(paged([row(mine)]).script)
    await ask(rig)
    await vi.advanceTimersByTimeAsync(30_000)
    expect(rig.board.get('student-achievements')?.freshness).toEqual({ promisedSeconds: 60, ageSeconds: 30 })
  })
})

describe('loading once', () => {
  test('loads once for many askers of a process', async () => {
    const pages = paged([row(mine)])
    const rig = rigOf(pages.script)
    const answers = await Promise.all([rig.askAll([askOf(adapter)], 8000), rig.askAll([askOf(adapter)], 8000)])
    expect(answers.map(([outcome]) => outcome?.status.outcome)).toEqual(['answered', 'answered'])
    expect(pages.calls).toBe(2)
  })

  test('waits for the process that holds the lease and uses its copy', async () => {
    const pages = paged([row(mine)])
    const { copies, ...rig } = rigOf(pages.script)
    await copies.claim(PART, 60_000)
    async function* loaded() {
      yield [{ keys: [mine], body: JSON.stringify(row(mine)) }]
    }
    setTimeout(() => copies.replace(PART, loaded(), () => ({ tag: null, asOf: null })), 400)
    expect(await ask({ copies, ...rig })).toMatchObject({ outcome: 'answered', attempts: 0 })
    expect(pages.calls).toBe(0)
  })

  test('loads itself when the holder of the lease gave up', async () => {
    const rig = rigOf(paged([row(mine)]).script)
    await rig.copies.claim(PART, 300)
    expect(await ask(rig)).toMatchObject({ outcome: 'answered', attempts: 1 })
  })

  test('answers from the former rows where another process began to write the part meanwhile', async () => {
    const rig = rigOf(paged([row(mine)]).script)
    await ask(rig)
    await vi.advanceTimersByTimeAsync(60_000)
    vi.spyOn(rig.copies, 'replace').mockRejectedValue(new StoreUnavailable('copy.contention'))
    expect(await ask(rig)).toMatchObject({ outcome: 'unavailable', reason: 'overload', stale: true, records: [{}] })
  })

  test('ends the waiting at its own limit', async () => {
    const rig = rigOf(paged([row(mine)]).script)
    await rig.copies.claim(PART, 60_000)
    expect(await ask(rig)).toMatchObject({ outcome: 'unavailable', reason: 'timeout', durationMs: 5000 })
  })
})
