import type { ScoreRow, ScoreSheet, ScoreTotal } from '../sheet.ts'

const same = (text: string) => ({ kk: text, ru: text, en: text })
const HEAD: ScoreSheet['columns'] = ['head_3', 'head_2', 'head_1']
const DEPUTY: ScoreSheet['columns'] = ['deputy_3', 'deputy_2', 'deputy_1']
const POINTS_NOT_READ = {
  kk: 'Жолдардың балы оқылған мәтінде жоқ: тек қорытындысы берілген.',
  ru: 'Баллов по строкам в прочитанном тексте нет: приведены только итоги.',
  en: 'The text that was read has no points for the rows: only the totals are given.',
}
const total = (id: string, title: ScoreTotal['title'], points: ScoreTotal['points'], most: number): ScoreTotal => ({
  id,
  title,
  points,
  most,
  without: [],
})
const row = (name: string, title: ScoreRow['title'], requirement: ScoreRow['requirement'] = null): ScoreRow => ({
  row: name,
  title,
  requirement,
  points: null,
  most: null,
  evidence: null,
})

const headRows: ScoreRow[] = [
  row('openness', { kk: 'Ашықтық (сайт)', ru: 'Открытость (сайт)', en: 'Openness (site)' }),
  row('conditions', { kk: 'Арнайы жағдайлар', ru: 'Специальные условия', en: 'Special conditions' }),
  row('safety', { kk: 'Қауіпсіздік', ru: 'Безопасность', en: 'Safety' }),
  row('access', { kk: 'Кіруді бақылау', ru: 'Контроль доступа', en: 'Access control' }),
  row('base', { kk: 'Материалдық база', ru: 'Материальная база', en: 'Material base' }),
  row('partners', { kk: 'Серіктестер', ru: 'Партнёры', en: 'Partners' }),
  row('additional', { kk: 'Қосымша біліммен қамту үлесі', ru: 'Охват дополнительным образованием', en: 'Share in additional education' }, [
    { kk: 'сол деңгейде', ru: 'на том же уровне', en: 'same level' },
    same('+3–4 %'),
    same('+5 %'),
  ]),
  row('quality', { kk: 'Үш жылдағы білім сапасы', ru: 'Качество знаний за три года', en: 'Knowledge quality over three years' }),
  row('outcomes', {
    kk: '«Алтын белгі», грантқа түсу және жұмысқа орналасу серпіні',
    ru: '«Алтын белгі», динамика поступления на бюджет и трудоустройства',
    en: '«Алтын белгі», dynamics of budget admission and employment',
  }),
  row('learner_contests', { kk: 'Білім алушылардың конкурстары', ru: 'Конкурсы обучающихся', en: 'Contests of learners' }),
  row('teacher_contests', { kk: 'Педагогтердің конкурстары', ru: 'Конкурсы педагогов', en: 'Contests of teachers' }),
  row('staff', {
    kk: 'Сарапшы, зерттеуші, шебер санаты барлардың үлесі',
    ru: 'Доля экспертов, исследователей и мастеров',
    en: 'Share of experts, researchers and masters in the staff',
  }),
  row(
    'inclusive',
    {
      kk: 'Инклюзивті білім беру курстарынан өткендердің үлесі',
      ru: 'Доля прошедших курсы по инклюзии',
      en: 'Share with courses on inclusion',
    },
    ['50 %', '60 %', '70 %'].map(same),
  ),
  row('publications', { kk: 'Жарияланымдар', ru: 'Публикации', en: 'Publications' }),
  row('programmes', { kk: 'Бағдарламалар', ru: 'Программы', en: 'Programmes' }),
  row('projects', { kk: 'Жобалар', ru: 'Проекты', en: 'Projects' }),
  row('juries', { kk: 'Қазылар алқасы', ru: 'Жюри', en: 'Juries' }),
  {
    ...row(
      'courses',
      { kk: 'Менеджмент курстары', ru: 'Курсы по менеджменту', en: 'Courses on management' },
      [72, 80, 108].map((count) => ({ kk: `${count} сағат`, ru: `${count} часов`, en: `${count} hours` })),
    ),
    note: { kk: 'қысқартылған шкала: 36, 72, 80 сағат', ru: 'сокращённая шкала: 36, 72, 80 часов', en: 'reduced scale: 36, 72, 80 hours' },
  },
]

/** Annex 13: heads and deputies. */
export const leaderSheets: ScoreSheet[] = [
  {
    id: 'head',
    title: {
      kk: 'Білім беру ұйымы басшысының бағалау парағы',
      ru: 'Лист оценивания руководителя организации',
      en: 'Score sheet of a head',
    },
    columns: HEAD,
    rows: headRows,
    totals: [
      total('organisation', { kk: 'Барлығы', ru: 'Итого', en: 'Total' }, [40, 56, 69], 74),
      total(
        'tvet_special',
        { kk: 'ТжКБ және арнайы мектептер', ru: 'ТиПО и специальные школы', en: 'TVET and special schools' },
        [38, 53, 65],
        69,
      ),
      total(
        'preschool_additional',
        {
          kk: 'Мектепке дейінгі және қосымша білім',
          ru: 'Дошкольное и дополнительное образование',
          en: 'Preschool and additional education',
        },
        [36, 50, 61],
        65,
      ),
      total(
        'correction',
        {
          kk: 'Түзету кабинеттері, оңалту және аутизм орталықтары',
          ru: 'Кабинеты коррекции, реабилитационные и аутизм-центры',
          en: 'Correction offices, rehabilitation and autism centres',
        },
        [32, 44, 53],
        57,
      ),
      total('pmpk', { kk: 'ПМПК', ru: 'ПМПК', en: 'PMPK' }, [30, 42, 49], 53),
    ],
    note: {
      kk: 'Парақта 5 блокқа бөлінген 19 жол бар; мұнда оқылған мәтіндегі көрсеткіштер берілген, олардың балы онда жоқ.',
      ru: 'В листе 19 строк в пяти блоках; здесь показатели прочитанного текста, баллов по строкам в нём нет.',
      en: 'The sheet has 19 rows in five blocks; here are the indicators of the text that was read, which has no points for them.',
    },
    rule: 'annex 13',
  },
  {
    id: 'head_method_office',
    title: {
      kk: 'Әдістемелік кабинет басшысының бағалау парағы',
      ru: 'Лист оценивания руководителя методического кабинета',
      en: 'Score sheet of a head of a method office',
    },
    columns: HEAD,
    rows: [],
    totals: [total('total', { kk: 'Барлығы', ru: 'Итого', en: 'Total' }, [14, 23, 27], 29)],
    note: POINTS_NOT_READ,
    rule: 'annex 13 (method offices)',
  },
  {
    id: 'deputy',
    title: { kk: 'Басшы орынбасарының бағалау парағы', ru: 'Лист оценивания заместителя руководителя', en: 'Score sheet of a deputy head' },
    columns: DEPUTY,
    rows: [],
    totals: [
      { ...total('total', { kk: 'Барлығы', ru: 'Итого', en: 'Total' }, [30, 47, 61], 67), recount: { points: [30, 48, 63], most: null } },
      total('teaching', { kk: 'Оқу ісі', ru: 'Учебная работа', en: 'Teaching' }, [24, 39, 51], 55),
      total(
        'methodical',
        { kk: 'Әдістемелік, бейіндік жұмыс', ru: 'Методическая, профильная работа', en: 'Methodical, profile' },
        [22, 38, 47],
        51,
      ),
      total('production', { kk: 'Өндірістік оқыту', ru: 'Производственное обучение', en: 'Production' }, [24, 39, 51], 56),
      total('informatisation', { kk: 'Ақпараттандыру', ru: 'Информатизация', en: 'Informatisation' }, [24, 39, 51], 56),
      total('upbringing', { kk: 'Тәрбие ісі', ru: 'Воспитательная работа', en: 'Upbringing' }, [22, 37, 47], 52),
    ],
    note: POINTS_NOT_READ,
    rule: 'annex 13 (deputies by line)',
  },
  {
    id: 'deputy_method_office',
    title: {
      kk: 'Әдістемелік кабинет басшысы орынбасарының бағалау парағы',
      ru: 'Лист оценивания заместителя руководителя методического кабинета',
      en: 'Score sheet of a deputy head of a method office',
    },
    columns: DEPUTY,
    rows: [],
    totals: [total('total', { kk: 'Барлығы', ru: 'Итого', en: 'Total' }, [14, 25, 31], 34)],
    note: POINTS_NOT_READ,
    rule: 'annex 13 (method offices)',
  },
]
