import { isPerson, type NewSource } from './plan.ts'
import type { Leaf } from './value.ts'

/** What a key of the wire is written with: in a mock as an expression over a person, in a test as a literal. Source text both. */
interface Sample {
  readonly mock: string
  readonly test: string
}

/** What the cast itself knows, by the pointer of a fact's value: of anybody, and where the fact is the person. */
const OF_ANYBODY: Readonly<Record<string, string>> = { '/organisationBin': 'bin', '/employer/bin': 'bin' }
const OF_THE_PERSON: Readonly<Record<string, string>> = {
  '/surname': 'surname',
  '/name': 'name',
  '/patronymic': 'patronymic',
  '/birthDate': 'birthDate',
  '/sex': 'sex',
}

const both = (text: string): Sample => ({ mock: text, test: text })

function textSample(key: string): Sample {
  const words = key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  if (/schoolYear$/.test(key)) return { mock: `\`\${year - 1}-\${year}\``, test: "'2025-2026'" }
  if (/[uU]rl$/.test(key)) return { mock: `\`https://mock.invalid/\${index}/\${place}\``, test: "'https://mock.invalid/1'" }
  return { mock: `\`${words} \${index}-\${place}\``, test: `'${words} 1'` }
}

function readingSample({ key, reading, first }: Leaf): Sample {
  if (reading === 'WireText') return textSample(key)
  if (reading === 'WireName')
    return /Kk$/.test(key) ? { mock: `\`Мысал \${place}\``, test: "'Мысал'" } : { mock: `\`Пример \${place}\``, test: "'Пример'" }
  if (reading === 'WireDay') return { mock: `\`\${year}-03-14\``, test: "'2026-03-14'" }
  if (reading === 'WireWhole') return /[yY]ear$/.test(key) ? { mock: 'year', test: '2026' } : { mock: '20 + place', test: '21' }
  if (reading === 'WireNumber') return { mock: '40 + place', test: '40.5' }
  if (reading === 'WireBoolean') return both('false')
  return both(reading === 'WireLevel' ? '3' : `'${first}'`)
}

/** The sample of a leaf; what the cast knows of a person stands in place of an invented word. */
export function sampleOf(leaf: Leaf, source: NewSource): Sample {
  const known = (isPerson(source) ? OF_THE_PERSON : OF_ANYBODY)[leaf.pointer]
  const sample = readingSample(leaf)
  return known ? { ...sample, mock: `person.${known}` } : sample
}
