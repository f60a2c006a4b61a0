import { gapExample, idExample } from './examples.ts'

type Place = 'path' | 'query' | 'header'

/** One parameter of an operation; its description is added from the texts when the document is made. */
function parameter<const At extends Place>(at: At, name: string, schema: Readonly<Record<string, unknown>>, example?: string | number) {
  return { name, in: at, required: at === 'path', schema, ...(example === undefined ? {} : { example }) }
}

export const idParameter = parameter('path', 'id', { type: 'string', pattern: '^pf_[A-Za-z0-9_-]{1,64}$' }, idExample)
export const gapParameter = parameter('path', 'gapId', { type: 'string', pattern: '^gap_[0-9a-f]{32}$' }, gapExample)
export const sourceParameter = parameter('path', 'id', { $ref: '#/components/schemas/SourceId' }, 'diplomas')
export const editionParameter = parameter('path', 'edition', { type: 'string' }, 'order-32-2025-02-25')
export const versionParameter = parameter('path', 'n', { type: 'integer', minimum: 1 }, 1)
export const languageParameter = parameter('query', 'lang', { type: 'string', enum: ['kk', 'ru', 'en'] })
export const ifNoneMatchParameter = parameter('header', 'If-None-Match', { type: 'string' })
export const preferParameter = parameter('header', 'Prefer', { type: 'string' }, 'wait=10, handling=strict')
export const idempotencyParameter = parameter('header', 'Idempotency-Key', { type: 'string', maxLength: 255 }, '2026-000017-1')
