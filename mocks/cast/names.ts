import { KAZAKH_FATHERS, KAZAKH_FEMALE, KAZAKH_MALE, RUSSIAN_FATHERS, RUSSIAN_FEMALE, RUSSIAN_MALE } from './given-names.ts'
import { pick } from './random.ts'
import { KAZAKH_SURNAMES, RUSSIAN_SURNAMES, type Surname } from './surnames.ts'

type Sex = 'male' | 'female'

/** Names in one writing; upper case. */
export interface Names {
  readonly surname: string
  readonly name: string
  readonly patronymic: string | null
}

/** What somebody may be called: the lists of one tongue. */
interface Tongue {
  readonly surnames: readonly Surname[]
  readonly male: readonly string[]
  readonly female: readonly string[]
  readonly fathers: readonly string[]
}

const KAZAKH: Tongue = { surnames: KAZAKH_SURNAMES, male: KAZAKH_MALE, female: KAZAKH_FEMALE, fathers: KAZAKH_FATHERS }
const RUSSIAN: Tongue = { surnames: RUSSIAN_SURNAMES, male: RUSSIAN_MALE, female: RUSSIAN_FEMALE, fathers: RUSSIAN_FATHERS }
/** One person in six bears Russian names. */
const RUSSIAN_SHARE = 1 / 6

/** ЮРИЙ → ЮРЬЕВ-, but ДМИТРИЙ → ДМИТРИЕВ-; АБАЙ → АБАЕВ-, ИГОРЬ → ИГОРЕВ-, ҒАНИ → ҒАНИЕВ-, ӘДІЛ → ӘДІЛОВ-. */
function russianStem(father: string): string {
  if (/[АЕЁИОУЫЭЮЯ][БВГДЖЗКЛМНПРСТ]ИЙ$/u.test(father)) return `${father.slice(0, -2)}ЬЕВ`
  if (/[ЙЬ]$/u.test(father)) return `${father.slice(0, -1)}ЕВ`
  return /[ИІЖШЧЩЦ]$/u.test(father) ? `${father}ЕВ` : `${father}ОВ`
}

/** A patronymic in the Kazakh or in the Russian form; both are in use. */
export function patronymicOf(father: string, sex: Sex, kazakh: boolean): string {
  if (kazakh) return `${father}${sex === 'male' ? 'ҰЛЫ' : 'ҚЫЗЫ'}`
  return `${russianStem(father)}${sex === 'male' ? 'ИЧ' : 'НА'}`
}

function surnameFrom({ surnames }: Tongue, sex: Sex, random: () => number): string {
  const [masculine, feminine] = pick(random, surnames)
  return sex === 'male' ? masculine : feminine
}

/** Draws names, another surname and another given name of the same person or of a twin. Those of the published cast are Kazakh all. */
export function drawNames(random: () => number, sex: Sex, published: boolean) {
  const tongue = random() < RUSSIAN_SHARE && !published ? RUSSIAN : KAZAKH
  const [surname, other] = [surnameFrom(tongue, sex, random), surnameFrom(tongue, sex, random)]
  const kazakhForm = random() < 0.5 && tongue === KAZAKH
  const patronymic = patronymicOf(pick(random, tongue.fathers), sex, kazakhForm)
  const given = tongue[sex]
  const [name, second] = [pick(random, given), pick(random, given)]
  return {
    ...{ surname, name, patronymic },
    otherSurname: other === surname ? 'БҰРЫНҒЫТЕК' : other,
    otherName: second === name ? (given.find((one) => one !== name) ?? name) : second,
  }
}
