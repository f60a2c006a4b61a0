import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import type { ApiDocument, DocumentOperation } from '../../src/routes/api-document.ts'

const DOCUMENT = 'https://gateway.test/openapi.json'
const ajv = new Ajv2020({ strict: false })
formats.default(ajv)
for (const name of ['iin', 'bin']) ajv.addFormat(name, true)

/** The committed document: the fuzzer judges by what callers hold in their hands. */
export const document = JSON.parse(readFileSync(new URL('../../openapi.json', import.meta.url), 'utf8')) as ApiDocument
ajv.addSchema({ $id: DOCUMENT, ...document })

/** One operation with where it stands. */
export interface Operation extends DocumentOperation {
  readonly method: string
  readonly path: string
}

/** Every operation of the document. */
export const operations: readonly Operation[] = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ ...operation, method, path })),
)

const compiled = new Map<string, ValidateFunction>()

/** Whether a value fits the schema at a place of the document; the steps from its root. */
export function validatorAt(...steps: readonly string[]): ValidateFunction {
  const pointer = steps.map((step) => `/${encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')
  const known = compiled.get(pointer)
  if (known) return known
  const made = ajv.compile({ $ref: `${DOCUMENT}#${pointer}` })
  compiled.set(pointer, made)
  return made
}
