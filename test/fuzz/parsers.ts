import { body, cassette, har, headers, number, token } from './callers.ts'
import type { Parser } from './parser.ts'
import { messages, rest, shep, table } from './sources.ts'

/** Every parser of the gateway: each has a folder of samples. */
export const PARSERS: readonly Parser[] = [shep, messages, rest, table, body, headers, token, number, har, cassette]
