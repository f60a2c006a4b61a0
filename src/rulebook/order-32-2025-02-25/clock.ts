import type { Edition } from '../edition.ts'

type Entry = Edition['clock'][string]
const lasting = (title: Entry['title'], amount: number, unit: Entry['unit'], rule: string): Entry => ({
  title,
  amount,
  unit,
  period: null,
  rule,
})

/** Limits of time of the procedure. */
export const clock: Edition['clock'] = {
  answer: lasting(
    {
      kk: 'өтінішке жауап: қабылдау немесе дәлелді бас тарту',
      ru: 'ответ на заявление: приём или обоснованный отказ',
      en: 'answer to an application: acceptance or a reasoned refusal',
    },
    1,
    'working_day',
    'p. 16',
  ),
  application: lasting({ kk: 'өтініш беру', ru: 'подача заявления', en: 'applying' }, 1, 'per_school_year', 'annex 1 item 10'),
  order_of_head: lasting(
    {
      kk: 'бір жылдан кейін «педагог» санатын беру туралы басшының бұйрығы',
      ru: 'приказ руководителя о категории «педагог» после одного года',
      en: 'order of the head on the category “teacher” after one year',
    },
    5,
    'working_day',
    'p. 6',
  ),
  review: {
    title: { kk: 'комиссия портфолионы қарайды', ru: 'комиссия рассматривает портфолио', en: 'the commission reviews portfolios' },
    amount: null,
    unit: null,
    period: { from: '01-01', until: '08-31' },
    rule: 'p. 58',
  },
  appeal_in_hall: lasting(
    { kk: 'тест залында апелляция беру', ru: 'подача апелляции в зале тестирования', en: 'appeal inside the test hall' },
    30,
    'minute',
    'p. 48',
  ),
  appeal_decision: lasting(
    { kk: 'апелляция бойынша түпкілікті шешім', ru: 'окончательное решение по апелляции', en: 'final decision on an appeal' },
    15,
    'working_day',
    'p. 48, 52',
  ),
  appeal_record: lasting(
    { kk: 'апелляция хаттамасын сақтау', ru: 'хранение протокола апелляции', en: 'keeping the record of an appeal' },
    1,
    'year',
    'p. 52',
  ),
  test_database: lasting(
    { kk: 'тестілеу дерекқорын сақтау', ru: 'хранение базы тестирования', en: 'keeping the database of the test' },
    5,
    'year',
    'p. 54',
  ),
  recording: lasting(
    {
      kk: 'портфолио қаралуының аудио және бейнежазбасын сақтау, кемінде',
      ru: 'хранение аудио- и видеозаписи рассмотрения, не менее',
      en: 'keeping the sound and video of a review, at least',
    },
    1,
    'year',
    'p. 61',
  ),
  complaint: lasting(
    { kk: 'қызметке шағымды қарау', ru: 'рассмотрение жалобы на услугу', en: 'answer to a complaint about the service' },
    5,
    'working_day',
    'p. 18',
  ),
  complaint_above: lasting(
    {
      kk: 'шағымды жоғары тұрған органның қарауы',
      ru: 'рассмотрение жалобы вышестоящим органом',
      en: 'answer of the higher body to a complaint',
    },
    15,
    'working_day',
    'p. 18',
  ),
}
