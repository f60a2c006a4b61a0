import type { Kind } from './arguments.ts'
import { drop } from './drop.ts'
import { normaliseTestText, normaliseText } from './normalise.ts'
import type { NewSource } from './plan.ts'
import { adapterReadme, mockReadme, type Told } from './readmes.ts'
import { recordsText } from './records.ts'
import { Refused } from './refused.ts'
import { rest } from './rest.ts'
import { shepAsync } from './shep-async.ts'
import { shepSync } from './shep-sync.ts'
import { snapshot } from './snapshot.ts'
import type { Files } from './tree.ts'
import { wireText } from './wire.ts'

/** What a kind of wire has of its own: files of both folders by name, and what people are told. */
export interface Template {
  adapter(source: NewSource): Files
  mock(source: NewSource): Files
  told(source: NewSource): Told
}

const TEMPLATES: Readonly<Record<Kind, Template>> = { rest, 'shep-sync': shepSync, 'shep-async': shepAsync, drop, snapshot }

function inFolder(folder: string, files: Files): Files {
  return Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]))
}

/** What people are told of a source of this kind. */
export function toldOf(source: NewSource): Told {
  return TEMPLATES[source.kind].told(source)
}

/** Whether a text names a thing twice: once its own, once the source. */
function namesTwice(text: string, name: string): boolean {
  const imported = [...text.matchAll(/^import (?:type )?\{(.+)\} from/gm)].flatMap(([, names = '']) =>
    names.split(',').map((one) => one.trim()),
  )
  const declared = [...text.matchAll(/\b(?:const|function|interface|type) (\w+)/g)].map(([, one]) => one)
  return [...imported, ...declared].filter((one) => one?.replace('type ', '') === name).length > 1
}

/** Every file of a new source, by its path. Throws `Refused` where the templates use its name for something else. */
export function filesOf(source: NewSource): Files {
  const files = writtenFiles(source)
  const double = Object.entries(files).find(([path, text]) => path.endsWith('.ts') && namesTwice(text, source.name))
  if (double) throw new Refused(`«${source.id}» means something else in ${double[0]}; choose another id`)
  return files
}

function writtenFiles(source: NewSource): Files {
  const template = TEMPLATES[source.kind]
  const told = toldOf(source)
  const shared = { 'wire.ts': wireText(source), 'normalise.ts': normaliseText(source), 'normalise.test.ts': normaliseTestText(source) }
  return {
    ...inFolder(`adapters/${source.id}`, { ...template.adapter(source), ...shared, 'README.md': adapterReadme(source, told) }),
    ...inFolder(`mocks/${source.id}`, {
      ...template.mock(source),
      'records.ts': recordsText(source),
      'README.md': mockReadme(source, told),
    }),
  }
}
