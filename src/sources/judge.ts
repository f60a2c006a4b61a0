import type { Adapter, Ask, RawRecord } from '../../adapters/adapter.ts'
import type { Verdict } from '../../schemas/source-outcome.ts'
import { type Answer, bare } from './answer.ts'
import type { SourceEvents } from './events.ts'
import { belonging, sortBySubject } from './subject.ts'

const FOREIGN: Verdict = { outcome: 'foreign', reason: 'subject_mismatch' }
/** The verdict about a reply whose keys are not those of the contract, or of which no record can be used. */
export const DRIFT: Verdict = { outcome: 'unreadable', reason: 'drift' }

const TOO_MANY: Verdict = { outcome: 'unreadable', reason: 'protocol' }
/**
 * No teacher has a tenth of it at one source: five years of quality by class, subject and term are some hundreds. Reading more than that
 * would hold everybody else up (fault U39), and leaving some out would show a portfolio that is not the teacher's.
 */
const MOST_RECORDS = 1000

/** The keys for which these records cannot be used; told to the events. */
function changedIn(adapter: Adapter, records: readonly RawRecord[], events: SourceEvents): readonly string[] {
  const watch = events.shape(adapter)
  for (const record of records) watch.see(record.value)
  return watch.end()
}

/** The records of the person asked about, as an answer; `empty` where none is left. Those that nobody can be sure of go along, marked. */
function usable(ask: Ask, records: readonly RawRecord[], unreadable: readonly RawRecord[], events: SourceEvents): Answer {
  if (unreadable.length > 0) events.happened(ask.adapter.id, 'unreadable_record', { count: unreadable.length })
  if (records.length === 0) return bare(unreadable.length > 0 ? DRIFT : { outcome: 'empty', reason: null })
  const verdict: Verdict = unreadable.length > 0 ? { outcome: 'partial', reason: 'record_errors' } : { outcome: 'answered', reason: null }
  return { ...bare(verdict), records: [...records, ...unreadable] }
}

/** Quarantine: the records are dropped, only their number is told. */
function foreign(ask: Ask, count: number, events: SourceEvents): Answer {
  events.happened(ask.adapter.id, 'foreign_record', { count })
  return bare(FOREIGN)
}

function tooMany(ask: Ask, count: number, events: SourceEvents): Answer {
  events.happened(ask.adapter.id, 'unreadable_record', { count })
  return bare(TOO_MANY)
}

/** An answer about one person: one record of somebody else makes it foreign as a whole, and nothing of it is used. */
export function judgeReply(ask: Ask, records: readonly RawRecord[], events: SourceEvents): Answer {
  const sorted = sortBySubject(records, ask.teacher.iin)
  if (sorted.foreign > 0) return foreign(ask, sorted.foreign, events)
  if (records.length > MOST_RECORDS) return tooMany(ask, records.length, events)
  if (changedIn(ask.adapter, sorted.records, events).length > 0) return bare(DRIFT)
  return usable(ask, sorted.records, sorted.unreadable, events)
}

/** Rows chosen from a list of many people: rows of others are left out and are no event. Its baseline was looked at when it was loaded. */
export function judgeSelection(ask: Ask, records: readonly RawRecord[], events: SourceEvents): Answer {
  const sorted = sortBySubject(records, ask.teacher.iin)
  if (records.length > MOST_RECORDS) return tooMany(ask, records.length, events)
  return usable(ask, sorted.records, sorted.unreadable, events)
}

/** A source that said "nothing", with the numbers that it named (null: none): about somebody else it says nothing to us. */
export function judgeEmpty(ask: Ask, echoes: readonly (string | null)[], events: SourceEvents): Answer {
  const whose = echoes.map((echoed) => belonging(echoed, ask.teacher.iin))
  const strangers = whose.filter((one) => one === 'foreign').length
  if (strangers > 0) return foreign(ask, strangers, events)
  return bare(whose.includes('unreadable') ? DRIFT : { outcome: 'empty', reason: null })
}
