import type { Trilingual } from '../../../schemas/trilingual.ts'
import { inEach } from './sentences.ts'

/** `p. 16`, `p. 38–54`, `p. 57(3)`. */
const PARAGRAPH = /^p\. (?<numbers>\d[\d–, ]*)(?:\((?<sub>\d+)\))?$/
/** `annex 1`, `annex 1 item 8(2)`, `annex 12 rows 3.1, 3.5`. */
const ANNEX = /^annex (?<annex>\d+)(?: (?:item (?<item>\d+)(?:\((?<sub>\d+)\))?|rows? (?<rows>[\d., a-z]+)))?$/

function ofParagraph(numbers: string, sub: string | undefined, english = 'paragraph'): Trilingual {
  const several = /[–,]/.test(numbers)
  return {
    kk: `${numbers}-${several ? 'тармақтар' : 'тармақ'}${sub ? `, ${sub}) тармақша` : ''}`,
    ru: `${several ? 'пункты' : 'пункт'} ${numbers}${sub ? `, подпункт ${sub})` : ''}`,
    en: `${english}${several ? 's' : ''} ${numbers}${sub ? `(${sub})` : ''}`,
  }
}

function ofAnnex(annex: string, item: string | undefined, sub: string | undefined, rows: string | undefined): Trilingual {
  const inner = item ? ofParagraph(item, sub, 'item') : null
  const several = rows?.includes(',') ?? false
  const row: Trilingual | null = rows
    ? {
        kk: `${rows}-${several ? 'жолдар' : 'жол'}`,
        ru: `${several ? 'строки' : 'строка'} ${rows}`,
        en: `${several ? 'rows' : 'row'} ${rows}`,
      }
    : null
  const place = { kk: `${annex}-қосымша`, ru: `приложение ${annex}`, en: `annex ${annex}` }
  return inEach((language) => [place, inner, row].flatMap((part) => (part ? [part[language]] : [])).join(', '))
}

function ofPart(part: string): Trilingual {
  const paragraph = PARAGRAPH.exec(part)?.groups
  if (paragraph) return ofParagraph(String(paragraph.numbers), paragraph.sub)
  const annex = ANNEX.exec(part)?.groups
  if (annex) return ofAnnex(String(annex.annex), annex.item, annex.sub, annex.rows)
  return { kk: part, ru: part, en: part }
}

/** A place of the Rules in words (`p. 16; annex 1 item 8(2)`); what has another shape is shown as it is. */
export function paragraphText(rule: string): Trilingual {
  const parts = rule.split('; ').map(ofPart)
  return inEach((language) => parts.map((part) => part[language]).join('; '))
}

/** By which place of which act something is asked for. */
export function basisText(rule: string, title: Trilingual): Trilingual {
  const place = paragraphText(rule)
  return {
    kk: `Негізі: ${place.kk}. Құжат: ${title.kk}.`,
    ru: `Основание: ${place.ru}. Документ: ${title.ru}.`,
    en: `Basis: ${place.en}. Document: ${title.en}.`,
  }
}
