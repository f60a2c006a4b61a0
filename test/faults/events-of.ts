import type { Rig } from './rig.ts'

/** What an operator is told of a source, as the log has it. */
export interface Told {
  readonly kind: string
  readonly field?: string
  readonly change?: string
  readonly looksLike?: string
  readonly skewSeconds?: number
}

/** The events of a source so far whose kind begins so, the oldest first. */
export function eventsOf({ stack }: Rig, source: string, kind: string): readonly Told[] {
  const lines = stack.logged.map((line) => JSON.parse(line) as Told & { readonly source?: string })
  return lines.filter((line) => line.source === source && line.kind?.startsWith(kind))
}
