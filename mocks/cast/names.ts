/* Own lists: invented people with the letters that systems lose. Upper case, as registers write. */

export const SURNAMES = [
  ['ҮЛГІБАЕВ', 'ҮЛГІБАЕВА'],
  ['МЫСАЛОВ', 'МЫСАЛОВА'],
  ['СЫНАҚБЕКОВ', 'СЫНАҚБЕКОВА'],
  ['ТӘЖІРИБЕҚЫЗЫ', 'ТӘЖІРИБЕҚЫЗЫ'],
  ['ӨРНЕКТЕГІ', 'ӨРНЕКТЕГІ'],
  ['ҚИЯЛБАЙ', 'ҚИЯЛБАЙ'],
  ['ЖОБАНОВ', 'ЖОБАНОВА'],
  ['ҒАЛАМОВ', 'ҒАЛАМОВА'],
  ['ҢҰСҚАЕВ', 'ҢҰСҚАЕВА'],
  ['ҺӘРЕКЕТОВ', 'ҺӘРЕКЕТОВА'],
] as const

export const MALE = ['БЕЙНЕ', 'ҮЛГІ', 'ӘДІЛ', 'ҚАЙРАТ', 'ҰЛАН', 'ІЛИЯС', 'ӨМІР', 'ҒАНИ'] as const
export const FEMALE = ['АЙША', 'ӘСЕМ', 'ҚЫМБАТ', 'ҮМІТ', 'ІҢКӘР', 'ӨРКЕН', 'ҒАЛИЯ', 'ҰЛЖАН'] as const
/** Fathers' names; both forms of a patronymic are in use. */
export const FATHERS = ['БЕЙНЕ', 'ҚАЙРАТ', 'ӘДІЛ', 'ҰЛАН', 'ЕРКІН', 'СӘКЕН'] as const

/** A patronymic in the Kazakh or in the Russian form. */
export function patronymicOf(father: string, sex: 'male' | 'female', kazakh: boolean): string {
  if (kazakh) return `${father}${sex === 'male' ? 'ҰЛЫ' : 'ҚЫЗЫ'}`
  return `${father}${sex === 'male' ? 'ОВИЧ' : 'ОВНА'}`
}
