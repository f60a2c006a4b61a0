import type { SoapSigner } from './signer.ts'
import type { SignatureChecks } from './xml-signature.ts'

const BODY = "//*[local-name(.)='Body' and namespace-uri(.)='http://schemas.xmlsoap.org/soap/envelope/']"
const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#'
const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'
const SHA256 = 'http://www.w3.org/2001/04/xmlenc#sha256'
const WSSE = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd'
const X509 = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0#X509v3'

/** What RSA signatures are made and checked with. */
export interface RsaOptions {
  /** PEM texts: our key and certificate, and the certificate of the other side. */
  readonly key: string
  readonly cert: string
  readonly verifyCert: string
  readonly checks: SignatureChecks
}

function derOf(pem: string): string {
  return pem.replace(/-----[^-]+-----|\s+/g, '')
}

/** RSA-SHA256 over the Body alone, exclusive C14N, key by KeyIdentifier (wire formats, 3.1). Verifying trusts the configured certificate only. */
export function rsaSigner({ key, cert, verifyCert, checks }: RsaOptions): SoapSigner {
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
    verify: (xml, signal) => checks.body({ xml, cert: verifyCert }, signal),
  }
}
