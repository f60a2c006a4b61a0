import type { Shape } from './shape.ts'
import type { FieldNode, Fields } from './shape-fields.ts'
import type { Stranger } from './shape-inspect.ts'
import { kindOf, lookOf } from './shape-kind.ts'
import { closeness } from './shape-likeness.ts'

/** Names that are so close are taken for one. */
const CLOSE = 0.5

function parentOf(path: string): string {
  return path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : ''
}

/** Whether the value under a new key has the kind and the look that the missing one used to have. */
function fits({ value }: Stranger, node: FieldNode, shape: Shape): boolean {
  const sent = node.isList && Array.isArray(value) ? value[0] : value
  const kind = kindOf(sent)
  const field = Object.hasOwn(shape.fields, node.path) ? shape.fields[node.path] : undefined
  if (kind === null || !field?.kinds.includes(kind)) return false
  return typeof sent !== 'string' || field.looks.includes(lookOf(sent))
}

/** How much a new key looks like a missing one; `isOnly`: there is no other of either in their place, so that the shape alone tells. */
function likeness(stranger: Stranger, node: FieldNode, isOnly: boolean, shape: Shape): number {
  if (!fits(stranger, node, shape)) return 0
  const name = stranger.path.slice(stranger.parent === '' ? 0 : stranger.parent.length + 1)
  const close = closeness(name, node.name)
  return close >= CLOSE || isOnly ? Math.max(close, CLOSE) : 0
}

/** The paths from a key up to the record. */
function upwards(path: string): readonly string[] {
  const names = path.split('.')
  return names.map((_, index) => names.slice(0, names.length - index).join('.'))
}

/** The new key under which a missing one seems to stand now, or one of the objects round it; null: none looks like it. */
export function looksLike(
  path: string,
  absent: ReadonlySet<string>,
  strangers: readonly Stranger[],
  fields: Fields,
  shape: Shape,
): string | null {
  for (const missing of upwards(path)) {
    const node = fields.byPath.get(missing)
    if (!node) continue
    const beside = strangers.filter(({ parent }) => parent === parentOf(missing))
    const isOnly = beside.length === 1 && [...absent].filter((one) => parentOf(one) === parentOf(missing)).length <= 1
    const ranked = beside
      .map((stranger) => ({ stranger, score: likeness(stranger, node, isOnly, shape) }))
      .sort((a, b) => b.score - a.score)
    const [best] = ranked
    if (best && best.score > 0) return best.stranger.path
  }
  return null
}
