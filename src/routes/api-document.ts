import type { OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import { ProblemCode } from '../../schemas/problem.ts'
import type { Trilingual } from '../../schemas/trilingual.ts'
import type { GatewayEnv } from '../gateway-env.ts'
import { problemExample } from './describe.ts'
import { parameterTexts, tagTexts } from './texts.ts'

type Json = Record<string, unknown>
type JsonSchema = z.core.JSONSchema.BaseSchema

/** A parameter as the document has it. */
export interface DocumentParameter {
  readonly name: string
  readonly in: string
  readonly required?: boolean
  readonly schema: JsonSchema
  readonly example?: unknown
  readonly description: string
  readonly 'x-description': Trilingual
}

/** An answer as the document has it. */
export interface DocumentResponse {
  readonly description: string
  readonly headers?: Readonly<Record<string, Json>>
  readonly content?: Readonly<Record<string, Json>>
  readonly 'x-codes'?: readonly string[]
}

/** An operation as the document has it: what the reference page reads. */
export interface DocumentOperation {
  readonly operationId: string
  readonly tags: readonly (keyof typeof tagTexts)[]
  readonly 'x-summary': Trilingual
  readonly 'x-description': Trilingual
  readonly 'x-roles'?: readonly string[]
  readonly parameters?: readonly DocumentParameter[]
  readonly requestBody?: {
    readonly required?: boolean
    readonly content: Readonly<Record<string, { readonly schema: JsonSchema; readonly example?: unknown }>>
  }
  readonly responses: Readonly<Record<string, DocumentResponse>>
}

/** The OpenAPI 3.1 document. */
export interface ApiDocument {
  readonly openapi: string
  readonly info: Json
  readonly tags: readonly Json[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentOperation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>>; readonly examples: Json; readonly securitySchemes: Json }
}

const REFERENCE = '#/components/schemas/'
const INFO = {
  title: 'Portfolio gateway',
  version: '1.0.0',
  summary: "A teacher's attestation portfolio from government sources, with the origin of every fact and a reason for every gap",
  license: { name: 'MIT', identifier: 'MIT' },
}
const TOKEN = { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'EdDSA, ES256, RS256 or PS256; `typ` `at+jwt` or `JWT`' }

/** Leaves out what says nothing to a reader: the patterns of dates and the limits of safe integers. */
function tidy(schema: JsonSchema): void {
  delete schema.$schema
  delete schema.$id
  if (schema.format === 'date' || schema.format === 'date-time') delete schema.pattern
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
}

/** Every named schema as zod itself writes it: what may be null is said at the place, not in the shared schema. */
function namedSchemas(): Readonly<Record<string, JsonSchema>> {
  const options = {
    uri: (id: string) => `${REFERENCE}${id}`,
    unrepresentable: 'any',
    override: ({ jsonSchema }: { jsonSchema: JsonSchema }) => tidy(jsonSchema),
  } as const
  const { schemas } = z.toJSONSchema(z.globalRegistry, { io: 'input', ...options })
  for (const schema of Object.values(schemas)) tidy(schema)
  return schemas
}

/** The schemas that `root` names, and those that they name, in the order of their names. */
function reachable(root: unknown, schemas: Readonly<Record<string, JsonSchema>>): Record<string, JsonSchema> {
  const found = new Map<string, JsonSchema>()
  const texts = [JSON.stringify(root)]
  for (let text = texts.pop(); text !== undefined; text = texts.pop()) {
    for (const [, name = ''] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      const schema = schemas[name]
      if (!schema || found.has(name)) continue
      found.set(name, schema)
      texts.push(JSON.stringify(schema))
    }
  }
  return Object.fromEntries([...found].sort(([one], [other]) => (one < other ? -1 : 1)))
}

function describeParameters(paths: ApiDocument['paths']): ApiDocument['paths'] {
  const described = structuredClone(paths)
  for (const parameter of Object.values(described)
    .flatMap(Object.values<DocumentOperation>)
    .flatMap((operation) => operation.parameters ?? [])) {
    const text = parameterTexts[parameter.name]
    if (text) Object.assign(parameter, { description: text.en, 'x-description': text })
  }
  return described
}

function isNamed(paths: ApiDocument['paths'], code: ProblemCode): boolean {
  return JSON.stringify(paths).includes(`#/components/examples/${code}"`)
}

/** The OpenAPI 3.1 document of the routes that an app has. */
export function apiDocument(app: OpenAPIHono<GatewayEnv>): ApiDocument {
  const tags = Object.entries(tagTexts).map(([name, title]) => ({ name, description: title.en, 'x-title': title }))
  const generated = app.getOpenAPI31Document({ openapi: '3.1.0', info: INFO, servers: [{ url: '/' }], tags })
  const paths = describeParameters(generated.paths as unknown as ApiDocument['paths'])
  const examples = Object.fromEntries(
    ProblemCode.options.filter((code) => isNamed(paths, code)).map((code) => [code, problemExample(code)]),
  )
  const components = { schemas: reachable(paths, namedSchemas()), examples, securitySchemes: { token: TOKEN } }
  return { ...generated, info: INFO, tags, paths, components }
}
