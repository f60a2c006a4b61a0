import { DriftDecision, type DriftEvent } from '../../schemas/drift.ts'
import { SourceHealth } from '../../schemas/source-health.ts'
import type { DriftCommand } from './command-line.ts'
import { EXIT, type ExitCode } from './failure.ts'
import { columns } from './layout.ts'
import { readSources } from './sources.ts'
import type { Desk, Look } from './terminal.ts'
import { driftWords, severityWords, words } from './words.ts'

type Health = ReturnType<typeof SourceHealth.parse>

const LOOKS: Readonly<Record<DriftEvent['severity'], Look>> = { breaking: 'red', warning: 'yellow', info: 'dim' }

/** What is said of a change beside its kind: the key that looks like it, codes, and the operator's word. */
function noteOf({ looksLike, codes, decision, decidedBy, reason }: DriftEvent, { language }: Desk): string {
  const like = looksLike === null ? [] : [`${words.looksLike[language]} ${looksLike}`]
  const word = decision === null ? [] : [`${words.rejectedBy[language]} ${decidedBy}: ${reason}`]
  return [...like, ...(codes.length > 0 ? [codes.join(' ')] : []), ...word].join(' · ') || '–'
}

/** Changes as a table: source, field, how bad, what, since when, how often, and what is said of it. */
function tableOf(sources: readonly Health[], desk: Desk): readonly string[] {
  const { language, paint } = desk
  const events = sources.flatMap(({ id, drift }) => drift.events.map((event) => ({ id, event })))
  const rows = events.map(({ id, event }) => {
    const { field, kind, severity, since, count } = event
    return [id, field, severityWords[severity][language], driftWords[kind][language], since, `×${count}`, noteOf(event, desk)]
  })
  return columns(rows).map((line, index) => paint(LOOKS[events[index]?.event.severity ?? 'info'], line))
}

async function list(desk: Desk, source: string | null): Promise<ExitCode> {
  const { gateway, language, json, out } = desk
  const sources = source === null ? await readSources(desk) : [(await gateway.get(`/v1/sources/${source}`, SourceHealth)).value]
  const table = tableOf(sources, desk)
  const items = sources.map(({ id, drift }) => ({ source: id, ...drift }))
  out(json ? JSON.stringify({ items }) : table.join('\n') || words.noDrift[language])
  return sources.some(({ drift }) => drift.fields.length > 0) ? EXIT.finding : EXIT.ok
}

/** `drift list`: a finding where something is breaking or to be looked at. `drift accept|reject`: the word of an operator. */
export async function showDrift(desk: Desk, command: DriftCommand): Promise<ExitCode> {
  if (command.name === 'drift list') return list(desk, command.source)
  const { source, decision, field, reason } = command
  const { value, text } = await desk.gateway.post(`/v1/sources/${source}/drift`, { decision, field, reason }, DriftDecision)
  const said = decision === 'accept' ? words.driftAccepted : words.driftRejected
  const kinds = value.kinds.map((kind) => driftWords[kind][desk.language]).join(', ')
  desk.out(desk.json ? text : `${value.source} ${value.field} (${kinds}): ${said[desk.language]}`)
  return EXIT.ok
}
