import { isPerson, type NewSource } from './plan.ts'
import { use } from './text.ts'
import { HOLDER, holderKeys, keyOf, leavesOf } from './wire.ts'

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
}

/** Keys without which an answer has drifted. In a list without its number nobody would be found, and nobody would be missed. */
function baselineText(source: NewSource): string {
  const person = ['drop', 'snapshot'].includes(source.kind) ? [['iin']] : []
  const mandatory = [...person, ...source.facts.flatMap((fact) => fact.mandatory)]
  const groups = mandatory.map((group) => group.map((key) => `'${keyOf(source, key)}'`))
  return `[${groups.map((group) => (group.length === 1 ? group[0] : `[${group.join(', ')}]`)).join(', ')}]`
}

/** What each kind of wire reads beside the records. */
const PLAIN: Readonly<Record<NewSource['kind'], readonly string[]>> = {
  rest: ['total', 'offset', 'limit'],
  snapshot: ['total', 'offset', 'limit'],
  drop: ['file', 'rows', 'sha256', 'region', 'date'],
  'shep-sync': [],
  'shep-async': [],
}
/** Parts of a person's name and birth, as the canonical values and the holder call them, by what they tell. */
const TELLS = { surname: 'name', name: 'name', patronymic: 'patronymic', birthDate: 'birth_date' } as const

/** Which keys tell who somebody is, as an object of source text: recordings are redacted by it. */
function personalText(source: NewSource): string {
  const holder = holderKeys(source).map((key) => [TELLS[HOLDER[key]], keyOf(source, key)] as const)
  const own = isPerson(source) ? leavesOf(source) : []
  const person = Object.entries(TELLS).flatMap(([name, kind]) =>
    own.filter(({ pointer }) => pointer === `/${name}`).map(({ key }) => [kind, keyOf(source, key)] as const),
  )
  const papers = leavesOf(source).filter(({ key }) => /(?:number|series)$/i.test(key))
  const documents = ['recordId', ...papers.map(({ key }) => key)].map((key) => ['document', keyOf(source, key)] as const)
  const told = [...holder, ...person, ['number', keyOf(source, 'iin')] as const, ...documents]
  const plain = PLAIN[source.kind].map((key) => ['plain', key] as const)
  const kinds = Object.entries(Object.groupBy([...told, ...plain], ([kind]) => kind))
  return `{ ${kinds.map(([kind, keys = []]) => `${kind}: [${keys.map(([, key]) => `'${key}'`).join(', ')}]`).join(', ')} }`
}

/** `index.ts` of an adapter. */
export function indexText(source: NewSource, { imports, body, about, service, access, delivery }: Own): string {
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
  normalise: normalise${typeName},
}
`
}
