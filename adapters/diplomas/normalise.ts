import type { FactDraft } from '../adapter.ts'
import type { DiplomaWire } from './wire.ts'

/** Look-alike letters of a series to Latin: the official manual itself prints mixed ones (domain page, 4.1). */
const TO_LATIN: Readonly<Record<string, string>> = {
  А: 'A',
  В: 'B',
  С: 'C',
  Е: 'E',
  Н: 'H',
  І: 'I',
  К: 'K',
  М: 'M',
  О: 'O',
  Р: 'P',
  Т: 'T',
  Х: 'X',
  У: 'Y',
}
/** Level «retraining» has a section of its own. */
const RETRAINING = '09'
const NOT_FINAL = '3'

/** Series and number in one: upper case, look-alikes to Latin, no № and blanks; leading zeros stay (domain page, 6.3). */
export function documentKey(series: string | null, number: string): string {
  return `${series ?? ''}${number}`
    .toUpperCase()
    .replace(/[№\s]/gu, '')
    .replace(/\p{L}/gu, (letter) => TO_LATIN[letter] ?? letter)
}

/** Series and number; a diploma without a number is known by what else it says. */
function naturalKey(wire: DiplomaWire): string {
  if (wire.number !== null) return documentKey(wire.series, wire.number)
  const { registrationNumber, recognitionNumber, issueDate, graduationYear, institution, specialityCode, level } = wire
  const place = institution?.bin ?? institution?.nameRu ?? institution?.nameKz
  const known = [registrationNumber, recognitionNumber, issueDate, graduationYear, place, specialityCode, level?.code]
  return `? ${known.map((part) => part ?? '').join(' ')}`
}

function contentOf(wire: DiplomaWire) {
  const { institution, duplicateOf, recognitionNumber, recognitionDate } = wire
  const recognised = recognitionNumber !== null || recognitionDate !== null
  return {
    series: wire.series,
    number: wire.number,
    registrationNumber: wire.registrationNumber,
    issuedOn: wire.issueDate,
    graduationYear: wire.graduationYear,
    level: wire.level?.code ?? null,
    institution: { bin: institution?.bin ?? null, name: { kk: institution?.nameKz ?? null, ru: institution?.nameRu ?? null } },
    speciality: { code: wire.specialityCode, name: { kk: wire.specialityKz, ru: wire.specialityRu } },
    qualification: { kk: wire.qualificationKz, ru: wire.qualificationRu },
    honours: wire.honour,
    foreign: wire.foreign,
    recognition: recognised ? { number: recognitionNumber, date: recognitionDate } : null,
    duplicate: wire.duplicate,
    duplicateOf: duplicateOf?.number ? duplicateOf : null,
    status: wire.status?.code ?? null,
  }
}

/** A diploma to its fact; a document of retraining goes to its own section. */
export function normaliseDiploma(wire: DiplomaWire): FactDraft[] {
  const value = contentOf(wire)
  return [
    {
      type: 'diploma',
      section: value.level === RETRAINING ? 'retraining' : 'education',
      key: naturalKey(wire),
      recordId: wire.registrationNumber,
      // The day of the document is in the value; when the register wrote it down it does not say.
      recordDate: null,
      holder: wire.holder,
      final: value.status !== NOT_FINAL,
      value,
    },
  ]
}
