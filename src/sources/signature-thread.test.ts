import { generateKeyPairSync } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { turnsDuring } from '../../test/support/turns.ts'
import { SourceFailure } from './failure.ts'
import { threadedChecks } from './signature-thread.ts'
import { rsaSigner } from './signer-rsa.ts'
import { checksHere } from './xml-signature.ts'

const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const { checks, close } = threadedChecks()
afterAll(close)
const signer = rsaSigner({ key: privateKey, cert: publicKey, verifyCert: publicKey, checks })
const { signal } = new AbortController()

function message(elements: number): string {
  return (
    '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Header/>' +
    `<soapenv:Body><r>${'<x>1</x>'.repeat(elements)}</r></soapenv:Body></soapenv:Envelope>`
  )
}

describe('signatures checked in a thread', () => {
  it('come to what they come to here', async () => {
    const signed = await signer.sign(message(3))
    const forged = signed.replace('<x>1<', '<x>2<')
    for (const xml of [signed, forged, message(3)]) {
      expect(await signer.verify(xml, signal)).toEqual(await checksHere.body({ xml, cert: publicKey }, signal))
      expect(await checks.document({ xml, cert: publicKey }, signal)).toBe(false)
    }
    expect(await signer.verify(signed, signal)).toMatchObject({ state: 'valid', signed: expect.stringContaining('<x>1</x>') })
  })

  it('hold up nobody meanwhile', async () => {
    const signed = await signer.sign(message(2000))
    const checking = signer.verify(signed, signal)
    expect(await turnsDuring(checking)).toBeGreaterThanOrEqual(10)
    expect((await checking).state).toBe('valid')
  })

  it('end with their caller, for his reason, and the next one is checked', async () => {
    const signed = await signer.sign(message(3))
    const caller = new AbortController()
    const reason = new SourceFailure({ outcome: 'unavailable', reason: 'timeout' }, 'no', 'x')
    const checking = signer.verify(await signer.sign(message(4000)), caller.signal)
    // By then the thread is at it.
    await setTimeout(20)
    caller.abort(reason)
    await expect(checking).rejects.toBe(reason)
    expect((await signer.verify(signed, signal)).state).toBe('valid')
  })

  it('call too much what no thread has room for', async () => {
    // Sixty times more than a guarded parse lets through.
    const huge = { xml: message(600_000), cert: publicKey }
    const failure = { verdict: { outcome: 'unreadable', reason: 'protocol' } }
    await expect(checks.body(huge, signal)).rejects.toMatchObject(failure)
    expect((await signer.verify(await signer.sign(message(3)), signal)).state).toBe('valid')
  })
})
