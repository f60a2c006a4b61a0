import { personalText } from './personal.ts'
import type { NewSource } from './plan.ts'
import { use } from './text.ts'
import { keyOf } from './wire.ts'

/** What is particular of a kind in `index.ts`, as source text. */
export interface Own {
  /** Import lines. */
  readonly imports: string
  /** Constants and functions before the adapter. */
  readonly body: string
  readonly about: string
  readonly service: string
  readonly access: string
  readonly delivery: string
  /** What needs no person, for kinds whose channel has nothing of its own. */
  readonly probe?: string
}

/** Keys without which an answer has drifted. In a list without its number nobody would be found, and nobody would be missed. */
function baselineText(source: NewSource): string {
  const person = ['drop', 'snapshot'].includes(source.kind) ? [['iin']] : []
  const mandatory = [...person, ...source.facts.flatMap((fact) => fact.mandatory)]
  const groups = mandatory.map((group) => group.map((key) => `'${keyOf(source, key)}'`))
  return `[${groups.map((group) => (group.length === 1 ? group[0] : `[${group.join(', ')}]`)).join(', ')}]`
}

/** `index.ts` of an adapter. */
export function indexText(source: NewSource, { imports, body, about, service, access, delivery, probe }: Own): string {
  const { id, name, typeName, title, fills } = source
  return `${imports}
${use(`{ normalise${typeName} }`, './normalise.ts')}
${use(`{ ${typeName}Wire }`, './wire.ts')}

${body}

/** ${title.en}: ${about}. */
export const ${name}: Adapter<${typeName}Wire> = {
  id: '${id}',
  version: '1.0.0',
  title: { kk: '${title.kk}', ru: '${title.ru}', en: '${title.en}' },
  fills: [${fills.map((section) => `'${section}'`).join(', ')}],
  service: ${service},
  access: ${access},
  wire: ${typeName}Wire,
  baseline: ${baselineText(source)},
  personal: ${personalText(source)},
  ${delivery === 'delivery' ? 'delivery' : `delivery: ${delivery}`},
${probe === undefined ? '' : `  probe: ${probe},\n`}  normalise: normalise${typeName},
}
`
}
