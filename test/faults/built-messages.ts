import { DOMParser } from '@xmldom/xmldom'
import fc from 'fast-check'
import { buildAcknowledge, buildSend, buildSync, buildTake } from '../../src/sources/shep-build.ts'
import { parseXml, type XmlNode } from '../../src/sources/xml.ts'
import { shepCall } from '../support/wire-rig.ts'

/* Every message that we send to the bus, with any text wherever a text can stand. */

const Any = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    ']]>',
    '<!--',
    '-->',
    '<!DOCTYPE a [<!ENTITY b "c">]>',
    '&b;',
    '&#0;',
    '</data>',
    '</request><request>',
    '<![CDATA[',
    '<?x?>',
    '\r\n',
    '\u2028',
  ),
)
/** What XML cannot hold is left out. */
const held = (text: string) => text.replace(/[^\P{Cc}\t\n\r\u007f-\u009f]|[\uFFFE\uFFFF]|\p{Surrogate}/gu, '')

function outline(node: XmlNode): string {
  return `${node.namespace}|${node.local}(${node.children.map(outline).join()})`
}

export const anyTexts = fc.record({ user: Any, password: Any, service: Any, field: Any })
type Texts = { readonly user: string; readonly password: string; readonly service: string; readonly field: string }

/** Every message that we build, with these texts in it. */
function messages({ user, password, service, field }: Texts): readonly string[] {
  const head = { messageId: 'id-1', sender: { user, password }, now: 0 }
  const calls = (['plain', 'typed', 'escaped'] as const).map((shape) => ({
    ...shepCall({ shape, fields: { iin: field } }),
    serviceId: service,
  }))
  const built = calls.flatMap((call) => [buildSync(call, head), buildSend(call, head)])
  return [...built, buildTake(service, 10, head), buildAcknowledge(field, service, head)]
}

const PLAIN = messages({ user: 'a', password: 'a', service: 'a', field: 'a' }).map((xml) => outline(parseXml(xml, 100_000)))

/** Whether two parsers see the elements that are always there, and the very texts. */
export function holdsStructure(texts: Texts): boolean {
  return messages(texts).every((xml, index) => {
    const document = new DOMParser().parseFromString(xml, 'text/xml')
    const of = (name: string) => document.getElementsByTagName(name).item(0)?.textContent
    const isSame = of('password') === held(texts.password) && of('senderId') === held(texts.user) && of('serviceId') === held(texts.service)
    return isSame && outline(parseXml(xml, 100_000)) === PLAIN[index]
  })
}
