import type { SourceOutcome } from '../../../schemas/source-outcome.ts'
import { sourceTitles } from '../../../schemas/source-titles.ts'
import type { Trilingual } from '../../../schemas/trilingual.ts'
import { ageText, momentText } from './moments.ts'
import { outcomeSentence } from './outcomes.ts'
import { inEach, sentences } from './sentences.ts'

const ASKED: Trilingual = { kk: 'Сұрау уақыты', ru: 'Время запроса', en: 'Asked at' }
const AGAIN: Trilingual = { kk: 'Қайта сұрауға болатын уақыт', ru: 'Повторить запрос можно с', en: 'May be asked again from' }
const ATTEMPTS: Trilingual = { kk: 'Әрекет саны', ru: 'Попыток', en: 'Attempts' }
const COPY: Trilingual = {
  kk: 'Жауап дереккөз тізімінің сақталған көшірмесінен алынды, көшірменің уақыты',
  ru: 'Ответ взят из сохранённой копии списка источника, время копии',
  en: 'The answer is from a kept copy of the list of the source, as of',
}
const STALE: Trilingual = {
  kk: 'Оның орнына бұрынғы жауап тұр, ол алынған уақыт',
  ru: 'Вместо этого стоит прежний ответ, он получен',
  en: 'An earlier answer stands in for it, as of',
}
const AGE: Trilingual = { kk: 'жасы', ru: 'возраст', en: 'age' }

/** A figure under its name: `Сұрау уақыты: 24.11.2026 10:00 (Алматы уақыты).` */
function named(name: Trilingual, value: Trilingual): Trilingual {
  return inEach((language) => `${name[language]}: ${value[language]}.`)
}

function ageSentence({ asOf, askedAt, stale }: SourceOutcome): Trilingual | null {
  if (asOf === null) return null
  const age = ageText(asOf, askedAt ?? asOf)
  const at = momentText(asOf)
  return named(
    stale ? STALE : COPY,
    inEach((language) => `${at[language]}, ${AGE[language]}: ${age[language]}`),
  )
}

/** Who was asked, when, how often, what came of it, and how old it is. */
export function askedText(status: SourceOutcome): Trilingual {
  const { source, askedAt, attempts, retryAfter } = status
  const count = String(attempts)
  return sentences(
    inEach((language) => `${sourceTitles[source][language]}.`),
    askedAt === null ? null : named(ASKED, momentText(askedAt)),
    outcomeSentence(status),
    ageSentence(status),
    attempts > 1 ? named(ATTEMPTS, { kk: count, ru: count, en: count }) : null,
    retryAfter === null ? null : named(AGAIN, momentText(retryAfter)),
  )
}

/** The platform itself states it in its request; `at`: when the request was collected. */
export function statedText(at: string): Trilingual {
  return sentences(
    inEach((language) => `${sourceTitles.platform[language]}.`),
    named(ASKED, momentText(at)),
    {
      kk: 'Бұл мәліметті сұрауды жіберген платформаның өзі береді.',
      ru: 'Эти сведения сообщает сама платформа в своём запросе.',
      en: 'The platform itself states this in its request.',
    },
  )
}

/** No source of the section exists in this version of the gateway. */
export const NOBODY_TO_ASK: Trilingual = {
  kk: 'Бұл бөлімге арналған дереккөз әзірге жоқ, сондықтан ешкімге сұрау жіберілген жоқ.',
  ru: 'Источника для этого раздела пока нет, поэтому никого не запрашивали.',
  en: 'There is no source for this section yet, so nobody was asked.',
}
