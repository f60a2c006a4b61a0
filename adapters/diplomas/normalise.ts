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
  Д: 'D',
}
/** Level «retraining» has a section of its own. */
const RETRAINING = '09'
const NOT_FINAL = '3'

/** Series or number as a key: upper case, look-alikes to Latin, no № and blanks; leading zeros stay. */
export function keyPart(text: string | null): string {
  return (text ?? '')
    .toUpperCase()
    .replace(/[№\s]/gu, '')
    .replace(/\p{L}/gu, (letter) => TO_LATIN[letter] ?? letter)
}

/** Series and number; a diploma without a number is known by its registration number or by what else it says. */
function naturalKey(wire: DiplomaWire): string {
  if (wire.number !== null) return [keyPart(wire.series), keyPart(wire.number)].join(' ').trim()
  const rest = [
    wire.registrationNumber,
    wire.issueDate,
    wire.graduationYear,
    wire.institution?.nameRu ?? wire.institution?.nameKz,
    wire.specialityCode,
  ]
  return `? ${rest.map((part) => part ?? '').join(' ')}`.trim()
}

/** A diploma to its fact; a document of retraining goes to its own section. */
export function normaliseDiploma(wire: DiplomaWire): FactDraft[] {
  const level = wire.level?.code ?? null
  const recognised = wire.recognitionNumber !== null || wire.recognitionDate !== null
  const holder = wire.holder
  return [
    {
      type: 'diploma',
      section: level === RETRAINING ? 'retraining' : 'education',
      key: naturalKey(wire),
      recordId: wire.registrationNumber,
      recordDate: wire.issueDate,
      holder: holder ? { surname: holder.surname, name: holder.name, patronymic: holder.patronymic, birthDate: holder.birthDate } : null,
      final: wire.status?.code !== NOT_FINAL,
      value: {
        series: wire.series,
        number: wire.number,
        registrationNumber: wire.registrationNumber,
        issuedOn: wire.issueDate,
        graduationYear: wire.graduationYear,
        level,
        institution: {
          bin: wire.institution?.bin ?? null,
          name: { kk: wire.institution?.nameKz ?? null, ru: wire.institution?.nameRu ?? null },
        },
        speciality: { code: wire.specialityCode, name: { kk: wire.specialityKz, ru: wire.specialityRu } },
        qualification: { kk: wire.qualificationKz, ru: wire.qualificationRu },
        honours: wire.honour,
        foreign: wire.foreign,
        recognition: recognised ? { number: wire.recognitionNumber, date: wire.recognitionDate } : null,
        duplicate: wire.duplicate,
        duplicateOf: wire.duplicateOf ? { series: wire.duplicateOf.series, number: wire.duplicateOf.number } : null,
        status: wire.status?.code ?? null,
      },
    },
  ]
}
