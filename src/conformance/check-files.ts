import { fileOf, hashOf, type Line, manifestIn, rowsOf } from './files.ts'
import { type Finding, keptUnless, NOT_APPLICABLE, notChecked, type Why } from './finding.ts'
import type { Survey } from './survey.ts'
import type { Seen } from './witness.ts'

/* The promises about files that a manifest announces (contract page, C). */

function overFiles(survey: Survey, faultOf: (line: Line, file: Seen | undefined) => string | Why | null): Finding {
  const seen = (survey.known ?? survey.nobody).seen
  const manifest = manifestIn(seen)
  if (!seen.some(({ url }) => url.endsWith('/manifest.json'))) return NOT_APPLICABLE
  if (!manifest) return notChecked('unanswered')
  const faults = manifest.map((line) => faultOf(line, fileOf(line, seen)))
  if (faults.includes('not_whole')) return notChecked('not_whole')
  const wrong = faults.filter((fault) => fault !== null)
  return keptUnless(wrong)
}

const isThere = (file: Seen | undefined): file is Seen => file?.status === 200

/** `files.there`. */
export function filesThere(survey: Survey): Finding {
  return overFiles(survey, ({ file }, found) => (isThere(found) ? null : file))
}

/** `files.hash`. */
export function filesHash(survey: Survey): Finding {
  return overFiles(survey, ({ file, sha256 }, found) => {
    if (!isThere(found)) return null
    if (!found.isWhole()) return 'not_whole'
    return hashOf(found) === sha256.toLowerCase() ? null : file
  })
}

/** `files.rows`. */
export function filesRows(survey: Survey): Finding {
  return overFiles(survey, ({ file, rows }, found) => {
    if (!isThere(found)) return null
    if (!found.isWhole()) return 'not_whole'
    const sent = rowsOf(found)
    return sent === rows ? null : `${file}: ${sent} ≠ ${rows}`
  })
}
