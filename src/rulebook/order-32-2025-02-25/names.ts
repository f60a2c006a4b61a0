import type { Edition } from '../edition.ts'

/** The categories, those of today and the old ones (p. 3–6, 10, 35; the bottom ones p. 46, 62). */
export const categories: Edition['categories'] = {
  names: {
    teacher_intern: { kk: 'педагог-тағылымдамашы', ru: 'педагог-стажёр', en: 'teacher-intern' },
    teacher: { kk: 'педагог', ru: 'педагог', en: 'teacher' },
    moderator: { kk: 'педагог-модератор', ru: 'педагог-модератор', en: 'teacher-moderator' },
    expert: { kk: 'педагог-сарапшы', ru: 'педагог-эксперт', en: 'teacher-expert' },
    researcher: { kk: 'педагог-зерттеуші', ru: 'педагог-исследователь', en: 'teacher-researcher' },
    master: { kk: 'педагог-шебер', ru: 'педагог-мастер', en: 'teacher-master' },
    head_3: { kk: 'үшінші санаттағы басшы', ru: 'руководитель третьей категории', en: 'head of the third category' },
    head_2: { kk: 'екінші санаттағы басшы', ru: 'руководитель второй категории', en: 'head of the second category' },
    head_1: { kk: 'бірінші санаттағы басшы', ru: 'руководитель первой категории', en: 'head of the first category' },
    deputy_3: {
      kk: 'үшінші санаттағы басшы орынбасары',
      ru: 'заместитель руководителя третьей категории',
      en: 'deputy head of the third category',
    },
    deputy_2: {
      kk: 'екінші санаттағы басшы орынбасары',
      ru: 'заместитель руководителя второй категории',
      en: 'deputy head of the second category',
    },
    deputy_1: {
      kk: 'бірінші санаттағы басшы орынбасары',
      ru: 'заместитель руководителя первой категории',
      en: 'deputy head of the first category',
    },
    old_second: { kk: 'екінші санат (бұрынғы)', ru: 'вторая категория (прежняя)', en: 'second category (old)' },
    old_first: { kk: 'бірінші санат (бұрынғы)', ru: 'первая категория (прежняя)', en: 'first category (old)' },
    old_highest: { kk: 'жоғары санат (бұрынғы)', ru: 'высшая категория (прежняя)', en: 'highest category (old)' },
    old_head_organiser: { kk: 'басшы-ұйымдастырушы', ru: 'руководитель-организатор', en: 'head-organiser' },
    old_head_manager: { kk: 'басшы-менеджер', ru: 'руководитель-менеджер', en: 'head-manager' },
    old_head_leader: { kk: 'басшы-көшбасшы', ru: 'руководитель-лидер', en: 'head-leader' },
    head: { kk: 'басшы (санаты жоқ)', ru: 'руководитель (без категории)', en: 'head (without a category)' },
    deputy: {
      kk: 'басшы орынбасары (санаты жоқ)',
      ru: 'заместитель руководителя (без категории)',
      en: 'deputy head (without a category)',
    },
  },
  rule: 'p. 3–6, 10, 35, 46, 62',
}

const ORGANISATION = { kk: 'білім беру ұйымы (мектепішілік)', ru: 'организация образования', en: 'organisation' }
const DISTRICT = { kk: 'аудан, қала', ru: 'район, город областного значения', en: 'district, city' }
const REGION = {
  kk: 'облыс, республикалық маңызы бар қала, астана',
  ru: 'область, город республиканского значения, столица',
  en: 'region, city of republican significance, capital',
}
const REPUBLIC = { kk: 'республика', ru: 'республика', en: 'republic' }
const INTERNATIONAL = { kk: 'халықаралық', ru: 'международный', en: 'international' }

/** What the levels ask of the four categories: in the sheets the two highest share a column. */
export const LEVELS_ASKED = [
  ORGANISATION,
  DISTRICT,
  REGION,
  { kk: 'республика (халықаралық)', ru: 'республика (международный)', en: 'republic (international)' },
]

/** The levels of achievements and councils and the results of contests, lowest first. */
export const scale: Edition['scale'] = {
  levels: [
    { level: 1, id: 'organisation', title: ORGANISATION },
    { level: 2, id: 'district', title: DISTRICT },
    { level: 3, id: 'region', title: REGION },
    { level: 4, id: 'republic', title: REPUBLIC },
    { level: 5, id: 'international', title: INTERNATIONAL },
  ],
  results: [
    { id: 'participant', title: { kk: 'қатысушы', ru: 'участник', en: 'participant' } },
    { id: 'prize_winner', title: { kk: 'жүлдегер', ru: 'призёр', en: 'prize-winner' } },
    { id: 'winner', title: { kk: 'жеңімпаз', ru: 'победитель', en: 'winner' } },
  ],
  rule: 'annex 12 rows 2.1, 2.2',
}
