import { SourceHealth, SourceList } from '../../schemas/source-health.ts'
import { almatyText } from './almaty.ts'
import { EXIT, type ExitCode } from './failure.ts'
import { columns, labelled } from './layout.ts'
import { ordersOf } from './orders.ts'
import type { Desk, Look } from './terminal.ts'
import { words } from './words.ts'

type Health = ReturnType<typeof SourceHealth.parse>

const LOOKS: Readonly<Record<Health['state'], Look>> = {
  ok: 'green',
  degraded: 'yellow',
  down: 'red',
  paused: 'yellow',
  maintenance: 'yellow',
  unknown: 'dim',
}

/** All sources, page by page. */
export async function readSources({ gateway }: Pick<Desk, 'gateway'>): Promise<readonly Health[]> {
  const all: Health[] = []
  let path: string | null = '/v1/sources?limit=200'
  while (path !== null) {
    const { items, nextCursor }: ReturnType<typeof SourceList.parse> = (await gateway.get(path, SourceList)).value
    all.push(...items)
    path = nextCursor === null ? null : `/v1/sources?limit=200&cursor=${encodeURIComponent(nextCursor)}`
  }
  return all
}

/** Sources as a table: state, breaker, when it last answered, what it is called. */
export function sourceTable(sources: readonly Health[], { language, paint }: Desk): readonly string[] {
  const rows = sources.map(({ id, state, breaker, lastSuccessAt, title }) => [id, state, breaker, lastSuccessAt ?? '–', title[language]])
  // Painted when the columns stand: escapes have a length, but no width.
  return columns(rows).map((line, index) => paint(LOOKS[sources[index]?.state ?? 'unknown'], line))
}

/** `source list`. */
export async function listSources(desk: Desk): Promise<ExitCode> {
  const items = await readSources(desk)
  desk.out(desk.json ? JSON.stringify({ items, nextCursor: null }) : sourceTable(items, desk).join('\n'))
  return EXIT.ok
}

function figures(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([outcome, count]) => `${outcome} ${count}`)
    .join(', ')
}

function screenOf(health: Health, { language, paint, width }: Desk): string {
  const { p50, p95, p99 } = health.latencyMs
  const failure = [health.lastFailureAt, health.lastFailureReason].filter(Boolean).join(' ')
  const rows: readonly (readonly [keyof typeof words, string])[] = [
    ['state', `${health.state} (${health.blame})`],
    ['breaker', health.breaker],
    ['lastSuccess', health.lastSuccessAt ?? ''],
    ['lastFailure', failure],
    ['latency', [p50, p95, p99].map((ms) => ms ?? '–').join(' / ')],
    ['window', figures(health.windows['1h'])],
    ['drift', [health.drift.state, ...health.drift.fields].join(' ')],
    ['maintenance', health.maintenance.map(({ from, to }) => `${almatyText(from, language)} – ${almatyText(to, language)}`).join(', ')],
    [
      'orders',
      ordersOf(health, { language })
        .map(([, ...told]) => told.join(' '))
        .join('; '),
    ],
    ['affects', health.affects.join(', ')],
  ]
  const widest = Math.max(...rows.map(([key]) => words[key][language].length))
  return [
    paint('bold', `${health.id} · ${health.title[language]}`),
    ...rows.map(([key, text]) => labelled(`  ${words[key][language].padEnd(widest)}  `, text || '–', width)),
  ].join('\n')
}

/** `source show <id>`. */
export async function showSource(desk: Desk, id: string): Promise<ExitCode> {
  const { value, text } = await desk.gateway.get(`/v1/sources/${id}`, SourceHealth)
  desk.out(desk.json ? text : screenOf(value, desk))
  return EXIT.ok
}
