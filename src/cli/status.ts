import { CliFailure, EXIT, type ExitCode } from './failure.ts'
import type { Gateway, Shape } from './gateway.ts'
import { messages } from './messages.ts'
import { orderTable } from './orders.ts'
import { readSources, sourceTable } from './sources.ts'
import type { Desk } from './terminal.ts'
import { words } from './words.ts'

/** `/readyz`: a gateway that takes requests says so. */
const Ready: Shape<{ readonly status: 'ready' }> = {
  safeParse(input) {
    const told = typeof input === 'object' && input !== null && 'status' in input ? input.status : null
    return told === 'ready' ? { success: true, data: { status: 'ready' } } : { success: false }
  },
}

/** States that somebody should look at; pauses and planned works are somebody's will, and unknown says nothing. */
const FINDINGS: ReadonlySet<string> = new Set(['degraded', 'down'])

/** The sources where the token may see them; null, and a word on stderr, where there is none or its role may not. */
async function sourcesFor(desk: Desk, signedIn: boolean) {
  const hidden = () => {
    desk.err(messages.sourcesHidden[desk.language])
    return null
  }
  if (!signedIn) return hidden()
  try {
    return await readSources(desk)
  } catch (error) {
    if (error instanceof CliFailure && error.message.startsWith('auth.forbidden:')) return hidden()
    throw error
  }
}

/** `status`: whether the gateway takes requests, and its sources. A finding where one of them is degraded or down. */
export async function showStatus(desk: Desk, open: Gateway, signedIn: boolean): Promise<ExitCode> {
  const { language, paint } = desk
  const { value } = await open.get('/readyz', Ready)
  const sources = await sourcesFor(desk, signedIn)
  const ready = paint('green', `${words.gateway[language]}: ${words.takesRequests[language]}`)
  desk.out(
    desk.json
      ? JSON.stringify({ ...value, sources })
      : [ready, ...sourceTable(sources ?? [], desk), ...orderTable(sources ?? [], desk)].join('\n'),
  )
  return sources?.some(({ state }) => FINDINGS.has(state)) ? EXIT.finding : EXIT.ok
}
