import { toldOf } from './kinds.ts'
import type { NewSource } from './plan.ts'
import { Refused } from './refused.ts'

/** How the texts of files that are there change, by path from the root of the repository. */
export type Edits = Readonly<Record<string, (text: string) => string>>

/** The register of adapters. */
export const REGISTER = 'adapters/register.ts'

function pathIn(line: string): string {
  return /'(.+)'/.exec(line)?.[1] ?? ''
}

/** The register with one line more, in the order of the ids. */
function inRegister({ name, id }: NewSource) {
  const line = `export { ${name} } from './${id}/index.ts'`
  return (register: string) => {
    const lines = register.trimEnd().split('\n')
    const exports = lines.filter((one) => one.startsWith('export '))
    const before = lines.slice(0, lines.length - exports.length)
    return `${[...before, ...[...exports, line].sort((one, other) => (pathIn(one) < pathIn(other) ? -1 : 1))].join('\n')}\n`
  }
}

/** A text with another before the only place where `mark` stands. Throws `Refused` where there is none. */
function before(text: string, mark: string, path: string, more: string): string {
  const [head, tail, ...others] = text.split(mark)
  if (head === undefined || tail === undefined || others.length > 0)
    throw new Refused(`${path} has no single «${mark.trim()}» to write before`)
  return `${head}${more}${mark}${tail}`
}

function inTitles({ id, title }: NewSource) {
  const { kk, ru, en } = title
  const line = `\n  '${id}': { kk: '${kk}', ru: '${ru}', en: '${en}' },`
  return (text: string) => before(text, '\n  platform: {', 'schemas/source-titles.ts', line)
}

function inMocks({ id }: NewSource) {
  return (text: string) => before(text, '\n] as const', 'mocks/mocks.ts', `\n  '${id}',`)
}

/** The block of the example, as `npm run mocks` plays it; the first settings are those by which the caller is known. */
function inExample(source: NewSource) {
  const { id, setting, title } = source
  const access = toldOf(source).settings.filter((name) => ['USER', 'PASSWORD', 'TOKEN'].includes(name))
  const lines = [`# ${title.en}`, `${setting}_URL=http://127.0.0.1:8788/${id}`, ...access.map((name) => `${setting}_${name}=`)]
  return (text: string) => `${text.trimEnd()}\n\n${lines.join('\n')}\n`
}

/** What is written outside of the two folders: one line of the register, and of a new id a line or a block wherever all are named. */
export function editsOf(source: NewSource): Edits {
  const edits = { [REGISTER]: inRegister(source) }
  if (source.added === null) return edits
  return {
    ...edits,
    'schemas/source-titles.ts': inTitles(source),
    'mocks/mocks.ts': inMocks(source),
    '.env.example': inExample(source),
  }
}
