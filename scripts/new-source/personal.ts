import { FACT_KINDS } from '../../src/cassettes/fact-kinds.ts'
import type { NewFact, NewSource } from './plan.ts'
import { HOLDER, holderKeys, keyOf } from './wire.ts'

/** Read beside the records, by the kind of the wire: what a manifest announces, what pages say. */
const PLAIN: Readonly<Record<NewSource['kind'], readonly string[]>> = {
  rest: ['total', 'offset', 'limit'],
  snapshot: ['total', 'offset', 'limit'],
  'shep-sync': [],
  'shep-async': [],
  drop: ['file', 'rows', 'sha256', 'region', 'date'],
}
const HOLDER_KINDS = { surname: 'name', name: 'name', patronymic: 'patronymic', birthDate: 'birth_date' } as const

type Told = readonly (readonly [key: string, kind: string])[]

/** Values of a fact that tell of a person, by the canonical value that they become. */
function factKeys({ type, leaves }: NewFact): Told {
  const kinds: Readonly<Record<string, string>> = FACT_KINDS[type] ?? {}
  return leaves.flatMap(({ pointer, key }) => {
    const path = pointer.split('/').slice(1)
    const kind = kinds[path.slice(-2).join('.')] ?? kinds[path.at(-1) ?? '']
    return kind ? [[key, kind] as const] : []
  })
}

/** The keys of a new source by what they tell of a person, as source text. */
export function personalText(source: NewSource): string {
  const holder = holderKeys(source).map((key) => [key, HOLDER_KINDS[HOLDER[key]]] as const)
  const told: Told = [['recordId', 'document'], ...source.facts.flatMap(factKeys), ...holder]
  const keys = [
    ...told.map(([key, kind]) => [keyOf(source, key), kind] as const),
    ...PLAIN[source.kind].map((key) => [key, 'plain'] as const),
  ]
  const kinds = Map.groupBy(keys, ([, kind]) => kind)
  const groups = [...kinds].map(([kind, own]) => `${kind}: [${own.map(([key]) => `'${key}'`).join(', ')}]`)
  return `{ ${groups.join(', ')} }`
}
