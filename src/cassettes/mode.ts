/** How a source is asked (`<ID>_MODE`; API page, 6). */
export const MODES = ['live', 'record', 'replay', 'replay-else-record', 'diff', 'scenario'] as const
/** One of them; `live` is the only one in production. */
export type Mode = (typeof MODES)[number]
