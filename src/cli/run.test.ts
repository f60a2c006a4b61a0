import { beforeEach, describe, expect, test } from 'vitest'
import { settled, told } from '../../test/support/drifted.ts'
import { gatewayRig } from '../../test/support/gateway-rig.ts'
import { portfolioOf } from '../../test/support/portfolio-view.ts'
import { run } from './run.ts'

const URL_OF_RIG = 'http://gateway.test'
let rig: ReturnType<typeof gatewayRig>
let gapId: string
let asked: string[]
beforeEach(async () => {
  rig = gatewayRig()
  asked = []
  await rig.create()
  const portfolio = { ...(await portfolioOf({ said: { diplomas: [] } })), id: 'pf_1', version: 2 }
  const stored = await rig.deps.store.portfolios.version('pf_1', 'latest')
  if (stored) rig.portfolios.add({ ...stored, version: 2, body: JSON.stringify(portfolio) })
  gapId = portfolio.gaps.find(({ section }) => section === 'education')?.id ?? ''
})

interface Circumstances {
  readonly token?: string
  readonly env?: Record<string, string>
  readonly fetch?: typeof fetch
}

/** Runs a command line against the app of the rig: how it ended and what it said. */
async function gateway(line: string, { token = 'platform', env = {}, fetch }: Circumstances = {}) {
  const [out, err]: [string[], string[]] = [[], []]
  const toRig: typeof globalThis.fetch = async (input, init) => {
    asked.push(String(input))
    return rig.app.request(String(input), init)
  }
  const exit = await run(line.split(' ').filter(Boolean), {
    ...{ out: (text) => out.push(text), err: (text) => err.push(text), paint: (_look, text) => text, width: 100 },
    env: { GATEWAY_URL: URL_OF_RIG, GATEWAY_TOKEN: token, ...env },
    fetch: fetch ?? toRig,
    stdin: async () => '',
    again: async () => ({ text: '', fault: '' }),
    stopped: async () => {},
  })
  return { exit, out: out.join('\n'), err: err.join('\n') }
}

describe('drift', () => {
  beforeEach(() => {
    settled(rig.shapes)
    told(rig.shapes, { status: { code: '7' } })
  })
  const operator = { token: 'operator' }

  test('is listed with what it is and how much it matters, as a finding', async () => {
    const { exit, out } = await gateway('drift list diplomas --lang en', operator)
    expect(exit).toBe(1)
    expect(out).toMatch(/^diplomas {2}status\.code {2}warning {2}new code {2}\S+ {2}×1 {2}7$/)
  })

  test('is accepted by an operator, and is no finding any more', async () => {
    const { exit, out } = await gateway('drift accept diplomas status.code --reason announced --lang ru', operator)
    expect([exit, out]).toEqual([0, 'diplomas status.code (новый код): принято, отныне считается обычным'])
    expect(await gateway('drift list diplomas', operator)).toMatchObject({ exit: 0, out: 'Құрылым өзгерісі жоқ.' })
  })

  test('is rejected with who and why, and no platform may', async () => {
    expect((await gateway('drift reject diplomas status.code --reason wrong', { token: 'platform' })).exit).toBe(3)
    expect((await gateway('drift reject diplomas status.code --reason wrong', operator)).exit).toBe(0)
    expect((await gateway('drift list diplomas --lang en', operator)).out).toContain('rejected by operator-1: wrong')
  })
})

describe('the word of an operator', () => {
  const operator = { token: 'operator' }

  test('is said, and the source is shown as it is from now on', async () => {
    const { exit, out } = await gateway('pause diplomas --reason moves --until 2026-11-24T12:00 --lang en', operator)
    expect(exit).toBe(0)
    expect(out.split('\n')).toEqual([
      expect.stringMatching(/^diplomas {2}paused {2}closed/),
      'diplomas  paused  until 2026-11-24 12:00 (Almaty)  operator-1: moves',
    ])
    expect((await gateway('resume diplomas --reason back --json', operator)).out).toContain('"actions":[]')
  })

  test('is shown by status and by the source, and is no finding', async () => {
    await gateway('mute diplomas --reason known', operator)
    await gateway('breaker diplomas closed --reason tried', operator)
    await gateway('maintenance diplomas --from 2026-11-24T09:00 --to 2026-11-24T12:00 --reason moves', operator)
    const { exit, out } = await gateway('status --lang ru', operator)
    expect(exit).toBe(0)
    const rows = out.split('\n').map((row) => row.split(/ {2,}/))
    expect(rows.slice(-3)).toEqual([
      ['diplomas', 'оповещения отключены', 'без срока', 'operator-1: known'],
      ['diplomas', 'предохранитель замкнут вручную', 'без срока', 'operator-1: tried'],
      ['diplomas', 'плановые работы', '24.11.2026 09:00 (Алматы) – 24.11.2026 12:00 (Алматы)', 'operator-1: moves'],
    ])
    expect((await gateway('source show diplomas', operator)).out).toMatch(
      /оператор өкімдері +дабылы өшірілген мерзімсіз operator-1: known; /,
    )
  })

  test('is refused with the place of what is wrong, and to other roles', async () => {
    const { exit, err } = await gateway('mute diplomas --reason known --until 2026-11-24T09:59 --lang en', operator)
    expect([exit, err]).toEqual([2, expect.stringContaining('/until: time.past')])
    expect((await gateway('pause diplomas --reason x')).exit).toBe(3)
    expect((await gateway('pause nowhere --reason x', operator)).exit).toBe(5)
  })
})

describe('a portfolio', () => {
  test('is shown with sections, gaps and sources, in the language asked for', async () => {
    const { exit, out, err } = await gateway('portfolio show pf_1 --lang ru')
    expect([exit, err]).toEqual([0, ''])
    expect(out).toContain('∅ пусто')
    expect(out).toMatch(/✖ not_found · ответственное лицо · можно внести вручную · препятствует/)
    expect(out).toContain('Препятствия: education:not_found')
  })

  test('is given as the gateway gives it with --json', async () => {
    const stored = await rig.deps.store.portfolios.version('pf_1', 'latest')
    expect((await gateway('portfolio show pf_1 --json')).out).toBe(stored?.body)
  })

  test.each(['850312240005', 'pf_1/../../sources'])('is never asked for by %s', async (id) => {
    const { exit, out, err } = await gateway(`portfolio show ${id}`)
    expect([exit, out, asked]).toEqual([2, '', []])
    expect(err).not.toContain(id)
  })
})

describe('an explanation', () => {
  test('shows the chain of one gap and ends with a finding where it blocks', async () => {
    const { exit, out } = await gateway(`portfolio explain pf_1 ${gapId}`)
    expect(exit).toBe(1)
    for (const step of ['Ереже', 'Талап', 'Сұрау', 'Жазбалар', 'Қорытынды']) expect(out).toContain(step)
    expect(out).toContain('[code:not_found]')
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
  })

  test('shows all gaps as one object with --json', async () => {
    const { exit, out } = await gateway('portfolio explain pf_1 --json')
    const { items } = JSON.parse(out) as { items: { gap: { id: string }; chain: unknown[] }[] }
    expect([exit, items.some(({ gap }) => gap.id === gapId)]).toEqual([1, true])
    expect(items.every(({ chain }) => chain.length >= 4)).toBe(true)
  })

  test('ends well where no gap blocks', async () => {
    const open = JSON.parse((await gateway('portfolio show pf_1 --json')).out) as { gaps: { id: string; blocking: boolean }[] }
    const harmless = open.gaps.find(({ blocking }) => !blocking)
    expect((await gateway(`portfolio explain pf_1 ${harmless?.id}`)).exit).toBe(0)
  })
})

describe('sources and status', () => {
  test('are listed and shown', async () => {
    expect(await gateway('source list')).toMatchObject({ exit: 0, out: expect.stringMatching(/^diplomas +unknown/) })
    expect(JSON.parse((await gateway('source list --json')).out)).toMatchObject({ items: [{ id: 'diplomas' }, {}, {}], nextCursor: null })
    expect((await gateway('source show diplomas --lang en')).out).toContain('breaker')
  })

  test('need no token to say that the gateway is ready', async () => {
    const { exit, out, err } = await gateway('status --lang en', { token: '' })
    expect([exit, out]).toEqual([0, 'Gateway: takes requests'])
    expect(err).toContain('platform or operator')
  })

  test('leave out the sources for a role that may not see them', async () => {
    expect(await gateway('status --json', { token: 'teacher' })).toMatchObject({ exit: 0, out: '{"status":"ready","sources":null}' })
  })

  test('make a finding of a source that is down', async () => {
    const down = { ...rig.deps.sources.get('diplomas'), state: 'down' }
    Object.assign(rig.deps.sources, { list: () => [down] })
    expect((await gateway('status', { token: 'operator' })).exit).toBe(1)
    expect((await gateway('source list', { token: 'operator' })).exit).toBe(0)
  })
})

describe('what goes wrong', () => {
  test.each([
    ['portfolio show pf_9', 'platform', 5, 'not-found: Не найдено.'],
    ['source show courses', 'platform', 5, 'not-found: '],
    ['source list', 'forged', 3, 'auth.invalid: '],
    ['source list', 'teacher', 3, 'auth.forbidden: '],
    ['source list', '', 3, 'GATEWAY_TOKEN не задан'],
    ['source list', 'ключ', 3, 'В GATEWAY_TOKEN есть знаки'],
  ])('ends «%s» of %s with %i', async (line, token, exit, said) => {
    const ended = await gateway(`${line} --lang ru`, { token })
    expect([ended.exit, ended.out]).toEqual([exit, ''])
    expect(ended.err).toContain(said)
    if (said.includes(':')) expect(ended.err).toMatch(/traceId: \S+$/)
  })

  test('says so where the gateway takes no requests', async () => {
    rig.state.stopping = true
    expect(await gateway('status --lang en')).toMatchObject({ exit: 4, out: '', err: expect.stringContaining('overload: ') })
  })

  test.each(['ftp://x', 'nonsense', 'http://user:pw@host'])('refuses %s as an address, without its text', async (url) => {
    const { exit, err } = await gateway('source list', { env: { GATEWAY_URL: url } })
    expect([exit, err.includes(url)]).toEqual([3, false])
  })

  test.each([
    ['nothing listens', async () => Promise.reject(new TypeError('fetch failed')), 4],
    ['something else answers', async () => new Response('<html>'), 3],
    ['a proxy fails', async () => new Response('<html>', { status: 502 }), 4],
  ])('tells it apart when %s', async (_case, fetch, exit) => {
    expect((await gateway('source list', { fetch })).exit).toBe(exit)
  })

  test('prints help on stdout where it is asked for, and on stderr where it is not', async () => {
    expect(await gateway('--help')).toMatchObject({ exit: 0, err: '', out: expect.stringContaining('portfolio explain') })
    expect(await gateway('nonsense')).toMatchObject({ exit: 2, out: '', err: expect.stringContaining('portfolio explain') })
  })
})
