import { z } from 'zod'
import type { Transport } from '../ports.ts'
import { SourceFailure } from './failure.ts'
import type { SoapSigner } from './signer.ts'

const Signed = z.object({ xml: z.string() })
const Verified = z.object({ valid: z.boolean() })
const LARGEST = 16 * 1024 * 1024
const LIMIT_MS = 5000
const HEADERS = { 'content-type': 'application/json', accept: 'application/json' }

/** What the sidecar is reached with. */
export interface NcanodeOptions {
  /** Base URL of the sidecar; it sees the private key, so it sits on a private link. */
  readonly url: string
  /** PKCS#12 in base64, and its password. */
  readonly key: string
  readonly password: string
  readonly transport: Transport
}

/** GOST signatures by the NCANode sidecar over HTTP (wire formats, 3.3). Its failure is ours: `unreadable`/`signature`. */
export function ncanodeSigner({ url, key, password, transport }: NcanodeOptions): SoapSigner {
  async function call<Answer>(path: string, question: unknown, schema: z.ZodType<Answer>): Promise<Answer> {
    const [body, signal] = [JSON.stringify(question), AbortSignal.timeout(LIMIT_MS)]
    try {
      const answer = await transport({ url: `${url}${path}`, method: 'POST', headers: HEADERS, body, signal, maxBytes: LARGEST })
      return schema.parse(JSON.parse(new TextDecoder().decode(answer.bytes)))
    } catch {
      // Neither its words nor ours: the question holds the key.
      throw new SourceFailure({ outcome: 'unreadable', reason: 'signature' }, 'no', 'the signing sidecar failed')
    }
  }
  return {
    sign: async (xml) => (await call('/wsse/sign', { xml, key, password, keyAlias: null, trimXml: false }, Signed)).xml,
    async verify(xml) {
      if (!/<(?:[\w.-]+:)?Signature[\s/>]/.test(xml)) return { state: 'absent' }
      const { valid } = await call('/wsse/verify', { xml, revocationCheck: ['OCSP', 'CRL'] }, Verified)
      // The sidecar does not say what was signed: only a message with one Body can be meant.
      const bodies = xml.match(/<(?:[\w.-]+:)?Body[\s/>]/g) ?? []
      return valid && bodies.length === 1 ? { state: 'valid', signed: xml } : { state: 'invalid' }
    },
  }
}
