import fc from 'fast-check'
import type { z } from 'zod'
import { checkDigit } from '../../schemas/identifiers.ts'
import { document } from './document.ts'

type Schema = z.core.JSONSchema.BaseSchema

const two = (from: number, to: number) => fc.integer({ min: from, max: to }).map((number) => String(number).padStart(2, '0'))
const withCheck = (eleven: string) => (checkDigit(eleven) === null ? null : `${eleven}${checkDigit(eleven)}`)
const sound = (text: string | null): text is string => text !== null

/** Numbers of people who cannot be (seventh digit 1 or 2), and of organisations, with the check digit that both carry. */
const FORMATS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  iin: fc
    .tuple(two(0, 99), two(1, 12), two(1, 28), fc.constantFrom('1', '2'), fc.integer({ min: 0, max: 9999 }))
    .map(([year, month, day, century, serial]) => withCheck(`${year}${month}${day}${century}${String(serial).padStart(4, '0')}`))
    .filter(sound),
  bin: fc
    .tuple(two(0, 24), two(1, 12), fc.constantFrom('4', '5', '6'), fc.integer({ min: 0, max: 399_999 }))
    .map(([year, month, kind, rest]) => withCheck(`${year}${month}${kind}${String(rest).padStart(6, '0')}`))
    .filter(sound),
  // To come, as operators name moments.
  'date-time': fc
    .tuple(fc.integer({ min: 2031, max: 2099 }), two(1, 12), two(1, 28), two(0, 23), fc.constantFrom('Z', '+05:00', '-03:30'))
    .map(([year, month, day, hour, zone]) => `${year}-${month}-${day}T${hour}:30:00${zone}`),
  date: fc.tuple(fc.integer({ min: 1950, max: 2030 }), two(1, 12), two(1, 28)).map((parts) => parts.join('-')),
}

function resolved(schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1)
  return name === undefined ? schema : resolved(document.components.schemas[name] ?? {})
}

function fromString({ format, pattern, minLength = 0, maxLength = 40 }: Schema): fc.Arbitrary<string> {
  if (format && FORMATS[format]) return FORMATS[format]
  const size = { minLength, maxLength: Math.min(maxLength, minLength + 40) }
  if (pattern === undefined) return fc.string(size)
  const plain = fc.stringMatching(/^[A-Za-z]{1,12}$/)
  const fits = ({ length }: string) => length >= minLength && length <= maxLength
  // Patterns of Unicode classes: letters always fit them, what else does is for the odd values to try.
  return pattern.includes('\\p{') ? plain : fc.stringMatching(new RegExp(pattern)).filter(fits)
}

function fromObject(schema: Schema): fc.Arbitrary<unknown> {
  const properties = Object.entries(schema.properties ?? {}) as [string, Schema][]
  const model = Object.fromEntries(properties.map(([name, property]) => [name, fromSchema(property)]))
  return fc.record(model, { requiredKeys: [...(schema.required ?? [])] })
}

/** Values that a schema of the document accepts; rules that a schema cannot tell may still refuse them. */
export function fromSchema(given: Schema): fc.Arbitrary<unknown> {
  const schema = resolved(given)
  const choices = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined
  if (choices) return fc.oneof(...choices.map(fromSchema))
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.type === 'string') return fromString(schema)
  if (schema.type === 'integer') return fc.integer({ min: schema.minimum ?? -1000, max: schema.maximum ?? 1000 })
  if (schema.type === 'number')
    return fc.double({ noNaN: true, noDefaultInfinity: true, min: schema.minimum ?? -1e6, max: schema.maximum ?? 1e6 })
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'null') return fc.constant(null)
  if (schema.type === 'array') {
    const { minItems = 0, maxItems = 5 } = schema
    return fc.array(fromSchema((schema.items ?? {}) as Schema), { minLength: minItems, maxLength: Math.min(maxItems, minItems + 4) })
  }
  return fromObject(schema)
}
