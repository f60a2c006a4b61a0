import type { Language, Trilingual } from '../../schemas/trilingual.ts'
import type { Finding, Why } from './finding.ts'
import { PROMISES } from './promises.ts'
import type { Report } from './report.ts'

const WHY: Readonly<Record<Why, Trilingual>> = {
  nobody_named: {
    kk: 'ешкім аталмаған (CONFORMANCE_IIN, CONFORMANCE_BIN)',
    ru: 'никто не назван (CONFORMANCE_IIN, CONFORMANCE_BIN)',
    en: 'nobody was named (CONFORMANCE_IIN, CONFORMANCE_BIN)',
  },
  unanswered: { kk: 'сұраққа жауап болмады', ru: 'на вопрос не было ответа', en: 'the question was not answered' },
  no_records: { kk: 'бұл адам туралы жазба жоқ', ru: 'об этом человеке нет записей', en: 'there are no records about this person' },
  too_few: { kk: 'беттерге бөлуге жол аз', ru: 'строк мало, чтобы делить на страницы', en: 'too few rows to make pages of' },
  no_answer: { kk: 'тексеретін жауап болмады', ru: 'не было ответа, который можно проверить', en: 'there was no answer to look at' },
  not_whole: { kk: 'файл толық оқылмады', ru: 'файл не прочитан целиком', en: 'a file was not read to its end' },
  consent: { kk: 'адамның келісімі керек', ru: 'нужно согласие человека', en: 'the consent of the person is needed' },
}
const WORDS = {
  kept: { mark: '✔', kk: 'орындалды', ru: 'выполнено', en: 'kept' },
  broken: { mark: '✖', kk: 'бұзылды', ru: 'нарушено', en: 'broken' },
  not_checked: { mark: '?', kk: 'тексерілмеді', ru: 'не проверено', en: 'not checked' },
  not_applicable: { mark: '·', kk: 'қатысты емес', ru: 'не относится', en: 'not applicable' },
} as const satisfies Readonly<Record<Finding['state'], Trilingual & { readonly mark: string }>>
const SCORE: Trilingual = { kk: 'Баға', ru: 'Оценка', en: 'Score' }
const INDEX: Trilingual = { kk: 'тексерілгені', ru: 'проверено', en: 'looked at' }
const SOURCE: Trilingual = { kk: 'дереккөз', ru: 'источник', en: 'source' }

/** A share as whole percents. A broken promise is never rounded away. */
function percent(share: number | null): string {
  return share === null ? '–' : `${Math.floor(share * 100)} %`
}

function besides(finding: Finding, language: Language): readonly string[] {
  if (finding.state === 'broken') return [`    ${finding.seen.join(' · ')}`]
  return finding.state === 'not_checked' ? [`    ${WORDS.not_checked[language]}: ${WHY[finding.why][language]}`] : []
}

/** One server: every promise that concerns it, what was seen of the broken ones, and the score. */
export function reportLines({ promises, score, index }: Report, language: Language): readonly string[] {
  const lines = promises
    .filter(({ state }) => state !== 'not_applicable')
    .flatMap(({ id, ...finding }) => [`${WORDS[finding.state].mark} ${PROMISES[id][language]}  [${id}]`, ...besides(finding, language)])
  return [...lines, '', `${SCORE[language]}: ${percent(score)} (${INDEX[language]}: ${percent(index)})`]
}

/** Several servers as rows of cells: counts and scores. */
export function reportRows(reports: readonly Report[], language: Language): readonly (readonly string[])[] {
  const states = ['kept', 'broken', 'not_checked', 'not_applicable'] as const
  const head = [SOURCE[language], ...states.map((state) => WORDS[state][language]), SCORE[language].toLowerCase(), INDEX[language]]
  const rows = reports.map(({ source, counts, score, index }) => [
    source,
    ...states.map((state) => String(counts[state])),
    percent(score),
    percent(index),
  ])
  return [head, ...rows]
}
