import type { Context } from 'hono'
import { z } from 'zod'
import type { GatewayEnv } from '../gateway-env.ts'
import { Refusal } from '../problems/refusal.ts'

/** A whole number in plain digits; what `Number` would also read (`1e2`, `0x10`, a blank) is none. */
const digits = (text: unknown) => (typeof text === 'string' && !/^-?\d+$/.test(text) ? Number.NaN : text)

/** The page that a caller wants of a list: 1–200 rows, after an opaque cursor (API page, 1). */
export const PageQuery = z.object({
  limit: z.preprocess(digits, z.coerce.number().int().min(1).max(200)).default(20),
  cursor: z.string().max(200).optional(),
})

/** A cursor that stands for the last row of a page. */
export function toCursor(row: string): string {
  return btoa(row).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The row that a cursor stands for, where `shape` accepts it; null without a cursor, 422 for one that is not ours. */
export function rowOfCursor(cursor: string | undefined, shape: RegExp): string | null {
  if (cursor === undefined) return null
  try {
    const row = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))
    if (shape.test(row) && toCursor(row) === cursor) return row
  } catch {
    // Not base64: not ours.
  }
  throw new Refusal('validation.failed', { errors: [{ pointer: '/cursor', code: 'type' }] })
}

/** Sends one page with `Link: <…>; rel="next"` (RFC 8288) where there is another. */
export function sendPage(c: Context<GatewayEnv>, path: string, limit: number, items: readonly unknown[], last: string | null): Response {
  const nextCursor = last === null ? null : toCursor(last)
  const headers: Record<string, string> = { 'Content-Type': 'application/json; charset=UTF-8' }
  if (nextCursor !== null) headers.Link = `<${path}?limit=${limit}&cursor=${nextCursor}>; rel="next"`
  return c.body(JSON.stringify({ items, nextCursor }), 200, headers)
}
