import type { Asked } from './asked.ts'
import { PROMISED } from './contract.ts'
import { type Finding, keptUnless, NOT_APPLICABLE, notChecked } from './finding.ts'
import { type Page, pagesIn, twiceOn } from './paged.ts'
import type { Survey } from './survey.ts'
import { encodingFault, fileFault, isPacked, isXml, textOf } from './text.ts'
import type { Seen } from './witness.ts'

/* The promises about what goes over the wire: how it is written, packed, paged and tagged. */

/** Everything that answered right questions. */
function answersIn({ known, again, nobody, paged }: Survey): readonly Seen[] {
  const all = [known, again, nobody, paged].flatMap((asked) => asked?.seen ?? [])
  return all.filter(({ status, isWhole, bytes }) => status < 300 && isWhole() && bytes().length > 0)
}

function once(seen: readonly (string | null)[]): readonly string[] {
  return [...new Set(seen.filter((one) => one !== null))]
}

const isFile = ({ headers, url }: Seen) => /csv|octet-stream/.test(headers.get('content-type') ?? '') || url.endsWith('.csv')

/** `encoding.true`. */
export function encodingTrue(survey: Survey): Finding {
  const answers = answersIn(survey)
  if (answers.length === 0) return notChecked('unanswered')
  return keptUnless(once(answers.map((one) => (isFile(one) ? fileFault(one) : encodingFault(one)))))
}

/** `type.true`. */
export function typeTrue(survey: Survey): Finding {
  const answers = answersIn(survey)
  if (answers.length === 0) return notChecked('unanswered')
  return keptUnless(
    once(
      answers.map((one) => {
        const type = one.headers.get('content-type')?.split(';')[0] ?? 'no content type'
        const right = isXml(one) ? /^(?:text|application)\/xml$/ : /^application\/(?:[\w.-]+\+)?json$/
        return isFile(one) || right.test(type) ? null : type
      }),
    ),
  )
}

/** `packing.true`. */
export function packingTrue(survey: Survey): Finding {
  const answers = answersIn(survey)
  if (answers.length === 0) return notChecked('unanswered')
  const packed = answers.filter(({ bytes }) => isPacked(bytes()))
  return keptUnless(packed.length === 0 ? [] : [`gzip ×${packed.length}`])
}

/** What is wrong with the pages of a list; `whole`: how it came when it was not cut. */
function pageFaults(pages: readonly Page[], whole: Asked): readonly string[] {
  const rows = pages.flatMap((page) => page.rows)
  const totals = new Set(pages.map(({ total }) => total ?? rows.length))
  const cursors = pages.flatMap(({ cursor }) => cursor ?? [])
  const onTwo = pages.flatMap((page) => [...new Set(page.rows)])
  const hasDuplicates = twiceOn(pagesIn(whole.seen).map((page) => page.rows)) > 0
  const faults = {
    'total changes': totals.size > 1,
    [`rows ${rows.length} ≠ total`]: [...totals].some((total) => total !== rows.length),
    'rows lost': new Set(rows).size < new Set(whole.records.map(({ value }) => JSON.stringify(value))).size,
    'row on two pages': !hasDuplicates && new Set(onTwo).size < onTwo.length,
    'cursor again': new Set(cursors).size < cursors.length,
  }
  return Object.entries(faults).flatMap(([fault, is]) => (is ? [fault] : []))
}

/** `pages.whole`. */
export function pagesWhole({ isPaged, known, paged }: Survey): Finding {
  if (!isPaged) return NOT_APPLICABLE
  if (!known) return notChecked('nobody_named')
  if (known.verdict && !paged) return known.verdict.reason === 'protocol' ? keptUnless(['no end']) : notChecked('unanswered')
  const pages = pagesIn(paged?.seen ?? [])
  if (!paged || pages.length < 2) return notChecked('too_few')
  return keptUnless(paged.verdict ? [`${paged.verdict.outcome}/${paged.verdict.reason ?? ''}`] : pageFaults(pages, known))
}

const CORRELATION = /<(?:[\w.-]+:)?correlationId[^>]*>\s*\{?([^<}]*)\}?\s*</
const MESSAGE = /<(?:[\w.-]+:)?messageId[^>]*>\s*([^<]*?)\s*</

/** `correlation.echoed`: of the synchronous channel the answer, of the asynchronous one the receipt. */
export function correlationEchoed(survey: Survey): Finding {
  if (survey.bench.adapter.access.kind !== 'sender') return NOT_APPLICABLE
  const firsts = [survey.known, survey.nobody].flatMap((asked) => asked?.seen[0] ?? [])
  const answers = firsts.filter((one) => one.status === 200 && CORRELATION.test(textOf(one)))
  if (answers.length === 0) return notChecked('unanswered')
  const wrong = answers.filter((one) => {
    const told = CORRELATION.exec(textOf(one))?.[1]?.toLowerCase()
    return told !== MESSAGE.exec(one.body)?.[1]?.toLowerCase()
  })
  return keptUnless(wrong.length === 0 ? [] : [`another ×${wrong.length}`])
}

/** `etag.sent`. */
export function etagSent(survey: Survey): Finding {
  if (!PROMISED[survey.bench.adapter.id]?.etag) return NOT_APPLICABLE
  const answers = answersIn(survey)
  if (answers.length === 0) return notChecked('unanswered')
  const bare = answers.filter(({ headers }) => !headers.has('etag'))
  return keptUnless(bare.length === 0 ? [] : [`no ETag ×${bare.length}`])
}

/** `etag.unchanged`. */
export function etagUnchanged(survey: Survey): Finding {
  if (!PROMISED[survey.bench.adapter.id]?.etag) return NOT_APPLICABLE
  const { unchanged } = survey
  if (unchanged === null || unchanged === 'silent') return notChecked('no_answer')
  return keptUnless(unchanged.status === 304 && unchanged.bytes().length === 0 ? [] : [`status ${unchanged.status}`])
}
