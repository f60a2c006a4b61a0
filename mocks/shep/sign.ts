import type { Signing } from '../world.ts'

const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#'
const WSSE = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd'

/** Signs the Body of an answer as the bus does: RSA-SHA256, exclusive C14N, one reference (wire formats, 3.1). */
export async function signBody(xml: string, { key }: Signing): Promise<string> {
  const { SignedXml } = await import('xml-crypto')
  const signed = new SignedXml({
    privateKey: key,
    signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    canonicalizationAlgorithm: EXCLUSIVE,
    idMode: 'wssecurity',
  })
  signed.addReference({
    xpath: "//*[local-name(.)='Body']",
    transforms: [EXCLUSIVE],
    digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
  })
  const open = xml.replace('<SOAP-ENV:Header/>', `<SOAP-ENV:Header><wsse:Security xmlns:wsse="${WSSE}"></wsse:Security></SOAP-ENV:Header>`)
  signed.computeSignature(open, { prefix: 'ds', location: { reference: "//*[local-name(.)='Security']", action: 'append' } })
  return signed.getSignedXml()
}

/** The fault for a request whose signature does not stand: absent SCE007, wrong SCE006; null: it stands. */
export async function signatureFault(xml: string, { clientCert }: Signing): Promise<'SCE006' | 'SCE007' | null> {
  const [{ SignedXml }, { DOMParser }] = await Promise.all([import('xml-crypto'), import('@xmldom/xmldom')])
  const document = new DOMParser().parseFromString(xml, 'text/xml')
  const [signature] = Array.from(document.getElementsByTagNameNS('http://www.w3.org/2000/09/xmldsig#', 'Signature'))
  if (!signature) return 'SCE007'
  const checker = new SignedXml({ publicCert: clientCert, getCertFromKeyInfo: () => null, idMode: 'wssecurity' })
  checker.loadSignature(signature)
  try {
    return checker.checkSignature(xml) ? null : 'SCE006'
  } catch {
    return 'SCE006'
  }
}
