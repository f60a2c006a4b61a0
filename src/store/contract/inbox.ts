import { describe, expect, test } from 'vitest'
import type { StoredMessage } from '../store.ts'
import type { Rig } from './rig.ts'

const SOURCE = 'egov-portal'
const DAY = 24 * 3_600_000
let names = 0
function name(kind: string): string {
  names++
  return `${kind}-${names}`
}
function message(correlationId: string | null, extra: Partial<StoredMessage> = {}): StoredMessage {
  const messageDate = '2026-11-24T11:00:00+05:00'
  return { messageId: name('message'), correlationId, messageType: 'RESPONSE', messageDate, body: '{"root":"қ"}', ...extra }
}

/** Opens a request of another portfolio. */
async function requested(rig: Rig) {
  const [portfolioId, correlationId] = [name('pf'), name('correlation')]
  await rig().store.inbox.openRequest(SOURCE, portfolioId, correlationId)
  return { portfolioId, correlationId }
}

/** What every driver keeps of asynchronous sources. */
export function inboxContract(rig: Rig): void {
  describe('inbox requests', () => {
    test('lets one request of a portfolio be open at a time', async () => {
      const { inbox } = rig().store
      const portfolio = name('pf')
      const opened = await Promise.all(Array.from({ length: 6 }, () => inbox.openRequest(SOURCE, portfolio, name('correlation'))))
      expect(opened.filter(Boolean)).toHaveLength(1)
      expect(await inbox.openRequest('another-source', portfolio, name('correlation'))).toBe(true)
    })

    test('returns the newest request, whether it waits and since when', async () => {
      const { inbox } = rig().store
      const [portfolio, first, second] = [name('pf'), name('correlation'), name('correlation')]
      expect(await inbox.request(SOURCE, portfolio)).toBeNull()
      await inbox.openRequest(SOURCE, portfolio, first)
      await inbox.closeRequest(SOURCE, first)
      expect(await inbox.request(SOURCE, portfolio)).toMatchObject({ correlationId: first, open: false })
      rig().pass(1500)
      expect(await inbox.openRequest(SOURCE, portfolio, second)).toBe(true)
      const newest = await inbox.request(SOURCE, portfolio)
      expect(newest).toMatchObject({ correlationId: second, open: true, sentAt: expect.stringMatching(/T.*\.500Z$/) })
    })

    test('forgets a request that could not be sent', async () => {
      const { inbox } = rig().store
      const [portfolio, correlation] = [name('pf'), name('correlation')]
      await inbox.openRequest(SOURCE, portfolio, correlation)
      await inbox.dropRequest(SOURCE, correlation)
      expect(await inbox.request(SOURCE, portfolio)).toBeNull()
      expect(await inbox.openRequest(SOURCE, portfolio, name('correlation'))).toBe(true)
    })
  })
  messagesContract(rig)
}

function messagesContract(rig: Rig): void {
  describe('inbox messages', () => {
    test('keeps a message once and returns it as it came', async () => {
      const { inbox } = rig().store
      const { correlationId } = await requested(rig)
      const first = message(correlationId)
      const kept = await Promise.all([inbox.keep(SOURCE, first), inbox.keep(SOURCE, first)])
      expect(kept.toSorted()).toEqual([false, true])
      rig().pass(1)
      const second = message(correlationId, { messageType: 'NOTIFICATION', messageDate: null })
      await inbox.keep(SOURCE, second)
      await inbox.acknowledged(SOURCE, first.messageId)
      expect(await inbox.messages(SOURCE, correlationId)).toEqual([first, second])
    })

    test('tells which portfolios have messages that were not taken up', async () => {
      const { inbox } = rig().store
      const { portfolioId, correlationId } = await requested(rig)
      const messages = [message(correlationId), message(correlationId)]
      for (const one of messages) await inbox.keep(SOURCE, one)
      const ofIt = async () => (await inbox.unapplied(SOURCE, 200)).filter((found) => found.portfolioId === portfolioId)
      const [found] = await ofIt()
      expect(found?.messageIds.toSorted()).toEqual(messages.map(({ messageId }) => messageId).toSorted())
      await inbox.applied(SOURCE, found?.messageIds ?? [])
      await inbox.applied(SOURCE, [])
      expect(await ofIt()).toEqual([])
      expect(await inbox.messages(SOURCE, correlationId)).toHaveLength(2)
    })

    test('returns the longest waiting portfolios first and no more than asked for', async () => {
      const { inbox } = rig().store
      const source = name('source')
      for (const portfolio of ['b', 'a', 'c']) {
        await inbox.openRequest(source, portfolio, `${source} ${portfolio}`)
        await inbox.keep(source, message(`${source} ${portfolio}`))
        rig().pass(1)
      }
      expect((await inbox.unapplied(source, 2)).map(({ portfolioId }) => portfolioId)).toEqual(['b', 'a'])
    })
  })
  sweptContract(rig)
}

function sweptContract(rig: Rig): void {
  describe('old and unknown messages', () => {
    test('keeps messages of an unknown correlation apart', async () => {
      const { inbox } = rig().store
      const source = name('source')
      const unknown = message(name('correlation'))
      await inbox.keep(source, unknown)
      expect(await inbox.keep(source, message(null))).toBe(true)
      expect(await inbox.unapplied(source, 200)).toEqual([])
      expect(await inbox.messages(source, unknown.correlationId ?? '')).toEqual([unknown])
    })

    test('removes ended conversations and messages of nobody after 30 days', async () => {
      const { inbox, sweep } = rig().store
      const [ended, waiting] = [await requested(rig), await requested(rig)]
      const [first, orphan, open] = [message(ended.correlationId), message(name('unknown')), message(waiting.correlationId)]
      for (const one of [first, orphan, open]) await inbox.keep(SOURCE, one)
      await inbox.applied(SOURCE, [first.messageId, open.messageId])
      await inbox.closeRequest(SOURCE, ended.correlationId)
      const left = () =>
        Promise.all([first, orphan, open].map(async (one) => (await inbox.messages(SOURCE, one.correlationId ?? '')).length))
      rig().pass(30 * DAY - 1)
      await sweep()
      expect(await left()).toEqual([1, 1, 1])
      rig().pass(1)
      await sweep()
      expect(await left()).toEqual([0, 0, 1])
    })
  })
}
