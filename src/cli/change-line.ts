import type { Change } from '../cassettes/entry.ts'
import type { Screen } from './terminal.ts'

const MARKS = { add: '+', remove: '-', replace: '~' } as const
type Language = Screen['language']

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** What a value holds, each with its place in it: a text in one language, no ids, and nothing of what is not there. */
function leavesOf(value: unknown, place: string, language: Language): readonly string[] {
  if (value === null) return []
  if (!isObject(value)) return [`${place} ${JSON.stringify(value)}`]
  if ('kk' in value && 'ru' in value && 'en' in value) return leavesOf(value[language], place, language)
  const inside = Object.entries(value).filter(([key]) => key !== 'id')
  return inside.flatMap(([key, item]) => leavesOf(item, place === '' ? key : `${place}/${key}`, language))
}

/** A value on a line: a plain one as JSON has it, of another one what it holds, for half an object in braces tells nobody anything. */
function short(value: unknown, most: number, language: Language): string {
  const text = isObject(value) ? leavesOf(value, '', language).join(', ') || '…' : (JSON.stringify(value) ?? 'null')
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}

/** One difference on a line: where, what was expected or there before, and what there is now. */
export function changeLine({ op, pointer, before, after }: Change, { paint, width, language }: Screen): string {
  const most = Math.max(20, Math.floor((width - pointer.length) / 2))
  const values = {
    add: short(after, 2 * most, language),
    remove: short(before, 2 * most, language),
    replace: `${short(before, most, language)} → ${short(after, most, language)}`,
  }
  return paint(op === 'add' ? 'green' : op === 'remove' ? 'red' : 'yellow', `  ${MARKS[op]} ${pointer || '/'}  ${values[op]}`)
}
