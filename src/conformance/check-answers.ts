import type { RawRecord } from '../../adapters/adapter.ts'
import { belonging } from '../sources/subject.ts'
import type { Asked } from './asked.ts'
import { type Finding, KEPT, keptUnless, NOT_APPLICABLE, notChecked } from './finding.ts'
import type { Survey } from './survey.ts'

/* The promises about right questions: that they are answered, about whom, and each time alike. */

/** A list is about many people: nobody is asked about. */
const isList = ({ bench }: Survey) => bench.adapter.delivery.kind === 'snapshot'

function verdictOf({ verdict }: Asked): string {
  return verdict ? [verdict.outcome, verdict.reason].filter(Boolean).join('/') : 'answered'
}

const isEmpty = ({ verdict, records }: Asked) => (verdict ? verdict.outcome === 'empty' : records.length === 0)

/** The records of the known person, or why there are none to look at. */
export function recordsOf({ known }: Survey): readonly RawRecord[] | Finding {
  if (!known) return notChecked('nobody_named')
  if (known.verdict && known.verdict.outcome !== 'empty') return notChecked('unanswered')
  return known.records.length === 0 ? notChecked('no_records') : known.records
}

/** `answers.known`. */
export function answersKnown(survey: Survey): Finding {
  const { known } = survey
  if (!known) return notChecked('nobody_named')
  if (known.verdict?.outcome === 'consent_missing') return notChecked('consent')
  if (isEmpty(known) && !isList(survey)) return notChecked('no_records')
  return known.verdict === null ? KEPT : keptUnless([verdictOf(known)])
}

type Owner = ReturnType<typeof belonging>

/** Whose the records of the known person are; where there are none, whose the answer is. */
function owners(survey: Survey): readonly Owner[] | Finding {
  const records = recordsOf(survey)
  const asked = survey.bench.known?.iin ?? ''
  return 'state' in records ? records : records.map(({ iin }) => belonging(iin, asked))
}

function counted(found: readonly Owner[], wrong: readonly Owner[]): readonly string[] {
  return wrong.flatMap((kind) => {
    const count = found.filter((one) => one === kind).length
    return count === 0 ? [] : [`${kind} ×${count}`]
  })
}

/** `subject.echoed`. */
export function subjectEchoed(survey: Survey): Finding {
  if (isList(survey)) return NOT_APPLICABLE
  const found = owners(survey)
  return 'state' in found ? found : keptUnless(counted(found, ['not_echoed', 'repaired', 'unreadable']))
}

/** `subject.right`. */
export function subjectRight(survey: Survey): Finding {
  if (isList(survey)) return NOT_APPLICABLE
  const { nobody, bench } = survey
  const found = owners(survey)
  const others = 'state' in found ? [] : counted(found, ['foreign'])
  const aboutNobody = [nobody.subject, ...nobody.records.map(({ iin }) => iin)].map((iin) => belonging(iin, bench.nobody.iin))
  const all = [...others, ...counted(aboutNobody, ['foreign']).map((seen) => `nobody: ${seen}`)]
  return 'state' in found && all.length === 0 ? found : keptUnless(all)
}

/** `nobody.empty`. */
export function nobodyEmpty(survey: Survey): Finding {
  const { nobody, bench } = survey
  const { delivery } = bench.adapter
  if (delivery.kind === 'snapshot' && delivery.only(bench.nobody) === null) return NOT_APPLICABLE
  if (nobody.verdict?.outcome === 'consent_missing') return notChecked('consent')
  if (isEmpty(nobody)) return KEPT
  return keptUnless([nobody.verdict ? verdictOf(nobody) : `records ×${nobody.records.length}`])
}

function sorted(records: readonly RawRecord[]): readonly string[] {
  return records.map(({ value }) => JSON.stringify(value)).sort()
}

/** `again.same`. */
export function againSame(survey: Survey): Finding {
  const records = recordsOf(survey)
  if ('state' in records) return records
  const { again } = survey
  if (!again || again.verdict) return keptUnless([again ? verdictOf(again) : 'unanswered'])
  const [first, second] = [sorted(records), sorted(again.records)]
  if (first.length !== second.length) return keptUnless([`records ${first.length} → ${second.length}`])
  const changed = first.filter((record, place) => record !== second[place]).length
  return keptUnless(changed === 0 ? [] : [`records changed ×${changed}`])
}
