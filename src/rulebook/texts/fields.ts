import type { Trilingual } from '../../../schemas/trilingual.ts'

/** Names of the keys that a form asks for, by JSON pointer into the value of a fact. */
const FIELDS: Readonly<Record<string, Trilingual>> = {
  '/surname': { kk: 'тегі', ru: 'фамилия', en: 'surname' },
  '/birthDate': { kk: 'туған күні', ru: 'дата рождения', en: 'birth date' },
  '/declaredCategory': { kk: 'мәлімделген санат', ru: 'заявленная категория', en: 'category applied for' },
  '/submittedOn': { kk: 'берілген күні', ru: 'дата подачи', en: 'date of submission' },
  '/number': { kk: 'нөмірі', ru: 'номер', en: 'number' },
  '/level': { kk: 'деңгейі', ru: 'уровень', en: 'level' },
  '/institution/name': { kk: 'оқу орнының атауы', ru: 'название учебного заведения', en: 'name of the institution' },
  '/recognition': { kk: 'тану туралы куәлік', ru: 'свидетельство о признании', en: 'certificate of recognition' },
  '/issuedOn': { kk: 'берілген күні', ru: 'дата выдачи', en: 'date of issue' },
  '/employer/bin': { kk: 'жұмыс берушінің БСН-і', ru: 'БИН работодателя', en: 'BIN of the employer' },
  '/graduationYear': { kk: 'бітірген жылы', ru: 'год окончания', en: 'year of graduation' },
  '/honours': { kk: 'үздік диплом', ru: 'диплом с отличием', en: 'with honours' },
  '/startsOn': { kk: 'басталған күні', ru: 'дата начала', en: 'start date' },
  '/terminatedOn': { kk: 'тоқтатылған күні', ru: 'дата прекращения', en: 'date of termination' },
  '/rate': { kk: 'мөлшерлемесі', ru: 'ставка', en: 'rate' },
  '/post': { kk: 'лауазымы', ru: 'должность', en: 'post' },
  '/category': { kk: 'санаты', ru: 'категория', en: 'category' },
  '/orderNumber': { kk: 'бұйрық нөмірі', ru: 'номер приказа', en: 'order number' },
  '/orderDate': { kk: 'бұйрық күні', ru: 'дата приказа', en: 'order date' },
  '/validUntil': { kk: 'қолданылу мерзімі', ru: 'срок действия', en: 'end of validity' },
  '/takenOn': { kk: 'тапсырған күні', ru: 'дата сдачи', en: 'date taken' },
  '/score': { kk: 'жинаған балы', ru: 'набранный балл', en: 'score' },
  '/maxScore': { kk: 'ең жоғары балл', ru: 'максимальный балл', en: 'maximum score' },
  '/schoolYear': { kk: 'оқу жылы', ru: 'учебный год', en: 'school year' },
  '/period': { kk: 'кезеңі', ru: 'период', en: 'period' },
  '/subject/code': { kk: 'пәні', ru: 'предмет', en: 'subject' },
  '/marks': { kk: 'бағалар саны немесе пайызы', ru: 'число отметок или проценты', en: 'counts of marks or percents' },
  '/marks/m5': { kk: '«5» алғандар саны', ru: 'число отметок «5»', en: 'marks of 5' },
  '/marks/m4': { kk: '«4» алғандар саны', ru: 'число отметок «4»', en: 'marks of 4' },
  '/marks/m3': { kk: '«3» алғандар саны', ru: 'число отметок «3»', en: 'marks of 3' },
  '/marks/m2': { kk: '«2» алғандар саны', ru: 'число отметок «2»', en: 'marks of 2' },
  '/qualityPercent': { kk: 'білім сапасы, %', ru: 'качество знаний, %', en: 'quality of knowledge, %' },
  '/performancePercent': { kk: 'үлгерім, %', ru: 'успеваемость, %', en: 'performance, %' },
  '/students': { kk: 'оқушылар саны', ru: 'число учащихся', en: 'number of students' },
  '/assessed': { kk: 'бағаланған оқушылар саны', ru: 'число аттестованных учащихся', en: 'number of students assessed' },
  '/event/name': { kk: 'іс-шараның атауы', ru: 'название мероприятия', en: 'name of the event' },
  '/result': { kk: 'нәтижесі', ru: 'результат', en: 'result' },
  '/date': { kk: 'күні', ru: 'дата', en: 'date' },
  '/award/name': { kk: 'марапаттың атауы', ru: 'название награды', en: 'name of the award' },
  '/series': { kk: 'сериясы', ru: 'серия', en: 'series' },
  '/registrationNumber': { kk: 'тіркеу нөмірі', ru: 'регистрационный номер', en: 'registration number' },
  '/foreign': { kk: 'шетелдік', ru: 'иностранный', en: 'foreign' },
  '/duplicate': { kk: 'телнұсқа', ru: 'дубликат', en: 'duplicate' },
  '/institution/bin': { kk: 'оқу орнының БСН-і', ru: 'БИН учебного заведения', en: 'BIN of the institution' },
  '/speciality/code': { kk: 'мамандық коды', ru: 'код специальности', en: 'code of the speciality' },
  '/qualification/kk': { kk: 'біліктілігі (қазақша)', ru: 'квалификация (на казахском)', en: 'qualification (Kazakh)' },
  '/qualification/ru': { kk: 'біліктілігі (орысша)', ru: 'квалификация (на русском)', en: 'qualification (Russian)' },
  '/signedOn': { kk: 'қол қойылған күні', ru: 'дата подписания', en: 'date of signing' },
  '/partTime': { kk: 'толық емес жұмыс күні', ru: 'неполное рабочее время', en: 'part time' },
  '/annulled': { kk: 'күші жойылған', ru: 'аннулирован', en: 'annulled' },
  '/percent': { kk: 'пайызы', ru: 'процент', en: 'percent' },
  '/provider': { kk: 'ұйымдастырушы', ru: 'организатор', en: 'provider' },
  '/programmeAgreed': { kk: 'бағдарлама келісілген', ru: 'программа согласована', en: 'programme agreed' },
  '/inProfile': { kk: 'бейіні бойынша', ru: 'по профилю', en: 'in the profile' },
  '/documentNumber': { kk: 'құжат нөмірі', ru: 'номер документа', en: 'number of the document' },
  '/topic': { kk: 'тақырыбы', ru: 'тема', en: 'topic' },
  '/protocolNumber': { kk: 'хаттаманың нөмірі', ru: 'номер протокола', en: 'number of the minutes' },
  '/protocolDate': { kk: 'хаттаманың күні', ru: 'дата протокола', en: 'date of the minutes' },
  '/title': { kk: 'тақырыбы', ru: 'тема', en: 'title' },
  '/hours': { kk: 'сағат саны', ru: 'количество часов', en: 'hours' },
  '/endsOn': { kk: 'аяқталған күні', ru: 'дата окончания', en: 'end date' },
  '/year': { kk: 'жылы', ru: 'год', en: 'year' },
  '/status': { kk: 'мәртебесі', ru: 'статус', en: 'status' },
}

const SCHOOL_YEAR = /^\/(\d{4}-\d{4})$/

/** The name of what a pointer points at; a school year is named as such, an unlisted key by its own name. */
export function fieldName(pointer: string): Trilingual {
  const year = SCHOOL_YEAR.exec(pointer)?.[1]
  if (year) return { kk: `${year} оқу жылы`, ru: `${year} учебный год`, en: `school year ${year}` }
  const key = pointer.slice(1)
  return FIELDS[pointer] ?? { kk: key, ru: key, en: key }
}
