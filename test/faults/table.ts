import { ELSEWHERE } from './elsewhere.ts'
import type { Row } from './fault.ts'
import { TITLES } from './ids.ts'

const HEAD = ['id', 'fault', 'what the gateway does', 'runs', 'violations', 'p50', 'p99', 'max', 'detect', 'recover']

function told(ms: number | null): string {
  return ms === null ? '–' : ms < 10 ? ms.toFixed(1) : ms.toFixed(0)
}

function cells({ id, promise, runs, violations, p50, p99, max, detect, recover }: Row): readonly string[] {
  return [id, TITLES[id] ?? '', promise, String(runs), String(violations.length), ...[p50, p99, max, detect, recover].map(told)]
}

/** Ids as a reader counts them: `U2` before `U10`. */
export function inOrder(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true })
}

/** The table as Markdown; times in milliseconds. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.toSorted((one, other) => inOrder(one.id, other.id)).map(cells)
  return [HEAD, HEAD.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`).join('\n')
}

const ROW = /^\| ([A-Z]\d+[a-z]?) \|.*$/gm

/** An earlier table with the rows of a later one, where only some faults were played again. */
export function renewed(earlier: string, later: string): string {
  const rows = new Map([...earlier.matchAll(ROW), ...later.matchAll(ROW)].map(([line, id = '']) => [id, line]))
  const lines = [...rows].toSorted(([one], [other]) => inOrder(one, other)).map(([, line]) => line)
  return [...later.split('\n').slice(0, 2), ...lines].join('\n')
}

/** What is shown elsewhere, as Markdown. */
export function elsewhere(): string {
  return Object.entries(ELSEWHERE)
    .map(([id, reason]) => `| ${id} | ${TITLES[id] ?? ''} | ${reason} |`)
    .join('\n')
}
