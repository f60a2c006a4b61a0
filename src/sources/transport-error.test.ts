import { describe, expect, it } from 'vitest'
import { classify } from './transport-error.ts'

describe('classify', () => {
  it.each([
    [{ code: 'ENOTFOUND' }, 'dns: ENOTFOUND'],
    [{ code: 'EAI_AGAIN' }, 'dns: EAI_AGAIN'],
    [{ code: 'ECONNREFUSED' }, 'connect: ECONNREFUSED'],
    [{ code: 'UND_ERR_CONNECT_TIMEOUT' }, 'connect: UND_ERR_CONNECT_TIMEOUT'],
    [{ code: 'UND_ERR_SOCKET' }, 'connect: UND_ERR_SOCKET'],
    [{ code: 'CERT_HAS_EXPIRED' }, 'tls: CERT_HAS_EXPIRED'],
    [{ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'tls: ERR_TLS_CERT_ALTNAME_INVALID'],
    [{ code: 'SELF_SIGNED_CERT_IN_CHAIN' }, 'tls: SELF_SIGNED_CERT_IN_CHAIN'],
    [{ code: 'HPE_INVALID_CONSTANT' }, 'protocol: HPE_INVALID_CONSTANT'],
    [new TypeError('fetch failed', { cause: { code: 'ENOTFOUND' } }), 'dns: ENOTFOUND'],
    [new Error('Network connection lost.'), 'connect: connection failed'],
    ['odd', 'connect: connection failed'],
  ])('reads %o as %s, without the words of the client', (error, expected) => {
    expect(classify(error).message).toBe(expected)
  })
})
