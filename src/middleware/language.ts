import type { Language } from '../../schemas/trilingual.ts'

const DEFAULT: Language = 'kk'

/** The language of one tag by its primary part; `kz` is a country, but many send it for Kazakh. */
function languageOf(tag: string): Language | null {
  const primary = tag.trim().toLowerCase().split(/[-_]/, 1)[0]
  if (primary === 'kk' || primary === 'kz') return 'kk'
  return primary === 'ru' || primary === 'en' ? primary : null
}

interface Wish {
  readonly tag: string
  readonly weight: number
}

/** One element of `Accept-Language` (RFC 9110, 12.5.4); a broken weight drops the element. */
function toWish(element: string): Wish[] {
  const [tag = '', ...parameters] = element.split(';').map((part) => part.trim())
  const quality = parameters.find((parameter) => /^q\s*=/i.test(parameter))
  const weight = quality === undefined ? 1 : Number(/^q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/i.exec(quality)?.[1] ?? Number.NaN)
  return tag === '' || Number.isNaN(weight) ? [] : [{ tag, weight }]
}

/** The first language of a wildcard that the caller did not rule out. */
function anyLanguage(wishes: readonly Wish[]): Language {
  const refused = wishes.filter((wish) => wish.weight === 0).map((wish) => languageOf(wish.tag))
  return (['kk', 'ru', 'en'] as const).find((language) => !refused.includes(language)) ?? DEFAULT
}

/** The language of an answer: `?lang=` where it is known, else the heaviest of `Accept-Language` that we speak, else Kazakh. */
export function chooseLanguage(query: string | undefined, acceptLanguage: string | undefined): Language {
  const asked = languageOf(query ?? '')
  if (asked) return asked
  // A header of thousands of tags is no wish: the first ones are enough.
  const wishes = (acceptLanguage ?? '').slice(0, 1000).split(',').flatMap(toWish)
  for (const { tag } of wishes.filter((wish) => wish.weight > 0).toSorted((one, other) => other.weight - one.weight)) {
    const language = tag === '*' ? anyLanguage(wishes) : languageOf(tag)
    if (language) return language
  }
  return DEFAULT
}
