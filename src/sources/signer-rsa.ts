import type { SoapSigner } from './signer.ts'

const BODY = "//*[local-name(.)='Body' and namespace-uri(.)='http://schemas.xmlsoap.org/soap/envelope/']"
const HEADER_SIGNATURE =
  "/*/*[local-name(.)='Header']//*[local-name(.)='Signature' and namespace-uri(.)='http://www.w3.org/2000/09/xmldsig#']"
const SIGNED_BODY = /^<(?:[\w.-]+:)?Body[\s>]/
const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#'
const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'
const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256'
const WSSE = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd'
const X509 = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3'

/** What RSA signatures are made and checked with. */
export interface RsaKeys {
  /** PEM texts: our key and certificate, and the certificate of the other side. */
  readonly key: string
  readonly cert: string
  readonly verifyCert: string
}

function derOf(pem: string): string {
  return pem.replace(/-----[^-]+-----|\s+/g, '')
}

/**
 * RSA-SHA256 over the Body alone, exclusive C14N, key by KeyIdentifier (wire formats, 3.1). Verifying trusts the configured
 * certificate only, and hands out the Body that was really signed: a wrapped message has another one.
 */
export function rsaSigner({ key, cert, verifyCert }: RsaKeys): SoapSigner {
  const keyInfo =
    `<wsse:SecurityTokenReference xmlns:wsse="${WSSE}"><wsse:KeyIdentifier ValueType="${X509}">` +
    `${derOf(cert)}</wsse:KeyIdentifier></wsse:SecurityTokenReference>`
  return {
    async sign(xml) {
      const { SignedXml } = await import('xml-crypto')
      const secured = xml.replace(
        /<soapenv:Header\/>/,
        `<soapenv:Header><wsse:Security xmlns:wsse="${WSSE}" soapenv:mustUnderstand="1"></wsse:Security></soapenv:Header>`,
      )
      const signed = new SignedXml({
        privateKey: key,
        signatureAlgorithm: RSA_SHA256,
        canonicalizationAlgorithm: EXCLUSIVE,
        idMode: 'wssecurity',
        getKeyInfoContent: () => keyInfo,
      })
      signed.addReference({ xpath: BODY, transforms: [EXCLUSIVE], digestAlgorithm: SHA256 })
      signed.computeSignature(secured, { prefix: 'ds', location: { reference: "//*[local-name(.)='Security']", action: 'append' } })
      return signed.getSignedXml()
    },
    async verify(xml) {
      const [{ SignedXml }, { select }, { DOMParser }] = await Promise.all([
        import('xml-crypto'),
        import('xpath'),
        import('@xmldom/xmldom'),
      ])
      try {
        const document = new DOMParser({ errorHandler: () => {} }).parseFromString(xml, 'text/xml')
        const [signature] = select(HEADER_SIGNATURE, document) as Node[]
        if (!signature) return { state: 'absent' }
        const checker = new SignedXml({ publicCert: verifyCert, getCertFromKeyInfo: () => null, idMode: 'wssecurity' })
        // The bus names what it signs by wsu:Id. For each other name that an id could have, the whole message would be searched again.
        checker.idAttributes = ['Id']
        checker.loadSignature(signature)
        if (!checker.checkSignature(xml)) return { state: 'invalid' }
        const [body, second] = checker.getSignedReferences().filter((reference) => SIGNED_BODY.test(reference))
        return body !== undefined && second === undefined ? { state: 'valid', signed: body } : { state: 'invalid' }
      } catch {
        return { state: 'invalid' }
      }
    },
  }
}
