import { z } from 'zod'
import type { SourceId } from '../../schemas/section.ts'
import type { Log, Transport } from '../ports.ts'
import { TransportFault } from '../ports.ts'
import type { SourceMode } from './modes.ts'

/** What the pretend government says of a name: `GET /__mock/scenarios/{source}?name=`. */
const Told = z.object({
  known: z.boolean(),
  closest: z
    .string()
    .regex(/^[a-z\d-]{1,40}$/)
    .nullable(),
})
type Told = z.infer<typeof Told>

/** A name under which a source plays nothing, with the one that was meant; null: none is like it. */
export interface UnknownScenario {
  readonly id: SourceId
  readonly closest: string | null
}

const PATIENCE_MS = 3000
const LONGEST = 10_000

/** What is said of the scenario of a source; null: nobody there knows scenarios, or nobody is there yet. */
async function toldOf({ id, url, scenario }: SourceMode, transport: Transport): Promise<Told | null> {
  const address = new URL(`__mock/scenarios/${id}?${new URLSearchParams({ name: scenario ?? '' })}`, url)
  const asked = { url: address.href, method: 'GET', headers: {}, body: null } as const
  try {
    const { status, bytes } = await transport({ ...asked, signal: AbortSignal.timeout(PATIENCE_MS), maxBytes: LONGEST })
    return status === 200 ? (Told.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null) : null
  } catch (error) {
    if (error instanceof TransportFault || error instanceof SyntaxError) return null
    throw error
  }
}

/**
 * The sources in the mode `scenario` whose scenario nobody plays: they would answer as if nothing were asked of them. The names are those of
 * the pretend government, so it is asked; where it is not there, that is noted and nothing refused.
 */
export async function unknownScenarios(
  sources: readonly SourceMode[],
  transport: Transport,
  log: Log,
): Promise<readonly UnknownScenario[]> {
  const acting = sources.filter(({ mode }) => mode === 'scenario')
  const told = await Promise.all(acting.map(async (source) => ({ source, said: await toldOf(source, transport) })))
  for (const { source, said } of told)
    if (!said) log.warn({ source: source.id, kind: 'not_checked' }, 'nobody could be asked whether the scenario exists')
  return told.flatMap(({ source: { id }, said }) => (said && !said.known ? [{ id, closest: said.closest }] : []))
}
