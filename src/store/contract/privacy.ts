import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { StoreUnavailable } from '../store.ts'
import { portfolios, versions } from '../tables.ts'
import { BIN, change, inventedIin, openOne, type Rig } from './rig.ts'

const NAME = 'ҮЛГІБАЕВА'

/** What no driver may show. */
export function privacyContract(rig: Rig): void {
  /** Writes the person into everything that the store keeps. */
  async function writeEverywhere(iin: string): Promise<void> {
    const { store } = rig()
    const person = JSON.stringify({ iin, surname: NAME })
    const key = { actor: `teacher ${iin}`, route: 'POST /v1/portfolios', key: `of ${iin}` }
    const { id } = await store.portfolios.open(iin, `case-${iin}`, 'pf_private', BIN)
    await store.idempotency.reserve(key, iin, 60_000)
    const answer = { ...key, status: 201, headers: { note: NAME }, body: `${person} ` }
    await store.portfolios.save(change(id, 0, { body: person, request: person, held: person, answer }))
    await store.inbox.openRequest('egov-portal', id, 'correlation-p')
    const message = { messageId: 'message-p', correlationId: 'correlation-p', messageType: 'RESPONSE', messageDate: null, body: person }
    await store.inbox.keep('egov-portal', message)
    await store.shapes.save({ source: 'private', revision: 0, shape: person }, null)
    await store.actions.append({ id: 'action-p', source: 'private', kind: 'pause', endsAt: null, action: person }, null)
    const rows = async function* () {
      yield [{ keys: [iin, NAME], body: person }]
    }
    await store.copies.replace({ source: 'student-achievements', scope: BIN }, rows(), () => ({ tag: null, asOf: null }))
  }
  /** The error of a statement that the database refuses, with the person among its parameters. */
  async function refused(iin: string): Promise<unknown> {
    const id = await openOne(rig().store)
    return rig()
      .store.portfolios.save(change(id, 0, { at: `${iin} ${NAME}` }))
      .catch((error: unknown) => error)
  }
  describe('privacy', () => {
    test('keeps no person number and no name in the clear anywhere', async () => {
      const iin = inventedIin()
      await writeEverywhere(iin)
      const dump = await rig().dump()
      expect(dump).toContain('pf_private')
      expect([dump.includes(iin), dump.includes(NAME)]).toEqual([false, false])
      expect(dump.includes(Buffer.from(iin).toString('hex'))).toBe(false)
    })

    test('throws a code and nothing of the parameters', async () => {
      const iin = inventedIin()
      const error = await refused(iin)
      expect(error).toBeInstanceOf(StoreUnavailable)
      expect(error).toMatchObject({ code: '22007' })
      const shown = `${error} ${error instanceof Error ? `${error.stack} ${error.cause}` : ''} ${JSON.stringify(error)}`
      expect([shown.includes(iin), shown.includes(NAME)]).toEqual([false, false])
    })

    test('refuses a body that was moved to another version', async () => {
      const { portfolios: store } = rig().store
      const [one, other] = [await openOne(rig().store), await openOne(rig().store)]
      await store.save(change(one, 0))
      await store.save(change(other, 0))
      const body = sql`(select body from ${versions} where portfolio_id = ${one})`
      await rig().db.update(versions).set({ body }).where(sql`${versions.portfolioId} = ${other}`)
      await expect(store.version(other, 1)).rejects.toMatchObject({ code: 'sealed.broken' })
      expect(await rig().db.$count(portfolios)).toBeGreaterThan(1)
    })
  })
}
