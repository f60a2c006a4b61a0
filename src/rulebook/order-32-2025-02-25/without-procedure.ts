import type { Edition } from '../edition.ts'

/** Who gets a category outside of the procedure, and for how long. */
export const withoutProcedure: Edition['withoutProcedure'] = {
  industry_moderator: {
    title: {
      kk: 'ТжКБ ұйымына өндірістен келген маман',
      ru: 'специалист производства, пришедший в организацию ТиПО',
      en: 'specialist who came from industry to a TVET organisation',
    },
    grants: ['moderator'],
    years: 5,
    rule: 'p. 28',
  },
  industry_expert: {
    title: {
      kk: 'ТжКБ ұйымына өндірістен келген маман',
      ru: 'специалист производства, пришедший в организацию ТиПО',
      en: 'specialist who came from industry to a TVET organisation',
    },
    grants: ['expert'],
    years: 10,
    rule: 'p. 28',
  },
  presidential_reserve: {
    title: { kk: 'Президенттік резервтегі адам', ru: 'состоящий в президентском резерве', en: 'member of the presidential reserve' },
    grants: ['moderator'],
    years: null,
    rule: 'p. 32',
  },
  degree: {
    title: { kk: 'ғылым кандидаты, ғылым докторы, PhD', ru: 'кандидат наук, доктор наук, PhD', en: 'candidate or doctor of science, PhD' },
    grants: ['moderator'],
    years: null,
    rule: 'p. 32',
  },
  graduate: {
    title: {
      kk: 'Назарбаев Университетінің немесе «Болашақ» тізіміндегі жоғары оқу орнының түлегі',
      ru: 'выпускник Назарбаев Университета или вуза из списка «Болашақ»',
      en: 'graduate of Nazarbayev University or of a university on the Bolashak list',
    },
    grants: ['moderator'],
    years: null,
    rule: 'p. 32',
  },
  language_teaching: {
    title: { kk: 'CELTA немесе DELTA иегері', ru: 'обладатель CELTA или DELTA', en: 'holder of CELTA or DELTA' },
    grants: ['moderator'],
    years: null,
    rule: 'p. 32',
  },
  authority: {
    title: {
      kk: 'органнан немесе жоғары оқу орнынан келген адам',
      ru: 'перешедший из органа управления или вуза',
      en: 'person coming from an authority or a university',
    },
    grants: ['moderator'],
    years: null,
    rule: 'p. 32',
  },
  special_programme: {
    title: {
      kk: 'Үкіметтің 2022 жылғы № 390 қаулысындағы арнайы бағдарлама',
      ru: 'специальная программа постановления Правительства № 390 от 2022 года',
      en: 'special programme of the government decree No. 390 of 2022',
    },
    grants: [],
    years: null,
    rule: 'p. 33',
  },
  leaders_reserve: {
    title: {
      kk: 'басшылар резервіндегі адам («1000 көшбасшы»)',
      ru: 'состоящий в резерве руководителей («1000 лидеров»)',
      en: 'member of the leaders’ reserve (1000 leaders)',
    },
    grants: ['head_1', 'deputy_1'],
    years: null,
    rule: 'p. 34',
  },
  official: {
    title: { kk: 'лауазымды тұлға', ru: 'должностное лицо', en: 'official' },
    grants: ['head_1', 'deputy_1'],
    years: 5,
    rule: 'p. 34',
  },
}
