import type { Trilingual } from '../../schemas/trilingual.ts'
import { againSame, answersKnown, nobodyEmpty, subjectEchoed, subjectRight } from './check-answers.ts'
import { filesHash, filesRows, filesThere } from './check-files.ts'
import { inboxAcknowledged, inboxAgain, inboxDelivered, inboxTaken } from './check-inbox.ts'
import { codesKnown, datesForm, keysPresent, recordsOnce, recordsRead } from './check-records.ts'
import { authRefused, authToken, errorsForm, fieldRefused, privacyErrors, typeRefused } from './check-refusals.ts'
import { correlationEchoed, encodingTrue, etagSent, etagUnchanged, packingTrue, pagesWhole, typeTrue } from './check-wire.ts'
import type { Finding } from './finding.ts'
import type { Survey } from './survey.ts'

/** A promise of the contract page that a server keeps or breaks. Ids are stable: scripts may name them. */
interface Promised extends Trilingual {
  readonly check: (survey: Survey) => Finding
}

/** All promises, in the order in which they are told. */
export const PROMISES = {
  'answers.known': {
    kk: 'Белгілі адам туралы дұрыс сұраққа мерзімінде жауап береді',
    ru: 'На правильный вопрос об известном человеке отвечает в срок',
    en: 'Answers a right question about a known person within the limit',
    check: answersKnown,
  },
  'subject.echoed': {
    kk: 'Жауапта кім туралы екені сұралған түрде айтылады',
    ru: 'В ответе сказано, о ком он, в том виде, в каком спросили',
    en: 'Says in the answer whom it is about, as it was asked',
    check: subjectEchoed,
  },
  'subject.right': {
    kk: 'Басқа адамның жазбасын бермейді',
    ru: 'Не отдаёт записей другого человека',
    en: 'Gives no record of another person',
    check: subjectRight,
  },
  'nobody.empty': {
    kk: 'Белгісіз адамға қате емес, «жоқ» деген жауап береді',
    ru: 'О неизвестном отвечает «нет данных», а не ошибкой',
    en: 'Answers “nothing” about somebody unknown, and not with an error',
    check: nobodyEmpty,
  },
  'again.same': {
    kk: 'Бір сұраққа екі рет бірдей жазба береді',
    ru: 'На один вопрос дважды отдаёт одни и те же записи',
    en: 'Gives the same records to the same question twice',
    check: againSame,
  },
  'records.read': {
    kk: 'Әр жазба келісімдегі түрлермен оқылады',
    ru: 'Каждая запись читается по типам договора',
    en: 'Every record can be read by the types of the contract',
    check: recordsRead,
  },
  'records.once': {
    kk: 'Бірде-бір жазба екі рет тұрмайды',
    ru: 'Ни одна запись не стоит дважды',
    en: 'No record stands twice',
    check: recordsOnce,
  },
  'keys.present': {
    kk: 'Міндетті кілттер әр жазбада бар',
    ru: 'Обязательные ключи есть в каждой записи',
    en: 'The mandatory keys are in every record',
    check: keysPresent,
  },
  'codes.known': {
    kk: 'Кодтар келісімдегі тізімнен',
    ru: 'Коды — из списков договора',
    en: 'Codes are from the lists of the contract',
    check: codesKnown,
  },
  'dates.form': {
    kk: 'Күндер келісімдегі түрде жазылған',
    ru: 'Даты записаны в форме договора',
    en: 'Dates are written in the form of the contract',
    check: datesForm,
  },
  'encoding.true': {
    kk: 'Мәтін жарияланған кодтауда, әріптер жоғалмаған',
    ru: 'Текст в объявленной кодировке, буквы целы',
    en: 'Text is in the encoding that is declared, and no letter is lost',
    check: encodingTrue,
  },
  'type.true': {
    kk: 'Жауаптың түрі (Content-Type) шын',
    ru: 'Тип ответа (Content-Type) правдив',
    en: 'The type of an answer (Content-Type) is true',
    check: typeTrue,
  },
  'packing.true': {
    kk: 'Сығылған жауап сығылғаны айтылып келеді',
    ru: 'Сжатый ответ объявлен сжатым',
    en: 'What is packed says so',
    check: packingTrue,
  },
  'pages.whole': {
    kk: 'Беттер толық: саны сәйкес, жол жоғалмайды, шыр айналмайды',
    ru: 'Страницы полны: счёт сходится, строки не теряются, круга нет',
    en: 'Pages are whole: counts agree, no row is lost, and there is no loop',
    check: pagesWhole,
  },
  'correlation.echoed': {
    kk: 'Жауапта сұрақтың нөмірі (correlationId) тұр',
    ru: 'В ответе стоит номер вопроса (correlationId)',
    en: 'The answer bears the number of the question (correlationId)',
    check: correlationEchoed,
  },
  'etag.sent': {
    kk: 'Тізім ETag белгісімен келеді',
    ru: 'Список приходит с ETag',
    en: 'A list comes with an ETag',
    check: etagSent,
  },
  'etag.unchanged': {
    kk: 'Өзгермеген тізімге денесіз 304 береді',
    ru: 'На неизменившийся список отвечает 304 без тела',
    en: 'Answers 304 without a body where the list has not changed',
    check: etagUnchanged,
  },
  'files.there': {
    kk: 'Манифесте аталған әр файл бар',
    ru: 'Каждый названный в манифесте файл на месте',
    en: 'Every file that the manifest names is there',
    check: filesThere,
  },
  'files.hash': {
    kk: 'Файлдардың хеші манифестегідей',
    ru: 'Хеши файлов — как в манифесте',
    en: 'The hashes of the files are those of the manifest',
    check: filesHash,
  },
  'files.rows': {
    kk: 'Файлдардағы жол саны манифестегідей',
    ru: 'Строк в файлах столько, сколько в манифесте',
    en: 'The files have as many rows as the manifest says',
    check: filesRows,
  },
  'inbox.taken': {
    kk: 'Сұрауды қабылдағанын айтады',
    ru: 'Подтверждает, что принял запрос',
    en: 'Says that it has taken the request',
    check: inboxTaken,
  },
  'inbox.delivered': {
    kk: 'Жауапты мерзімінде жеткізеді',
    ru: 'Доставляет ответ в срок',
    en: 'Delivers the answer within the limit',
    check: inboxDelivered,
  },
  'inbox.again': {
    kk: 'Расталғанша хабарды қайта жеткізеді',
    ru: 'До подтверждения доставляет сообщение снова',
    en: 'Delivers a message again until it is acknowledged',
    check: inboxAgain,
  },
  'inbox.acknowledged': {
    kk: 'Расталған хабарды қайта жеткізбейді',
    ru: 'После подтверждения сообщение больше не приходит',
    en: 'Delivers nothing again that is acknowledged',
    check: inboxAcknowledged,
  },
  'auth.refused': {
    kk: 'Бөтен құпиясөзді қабылдамайды',
    ru: 'Отказывает чужим учётным данным',
    en: 'Refuses wrong credentials',
    check: authRefused,
  },
  'auth.token': {
    kk: 'Бөтен токенді қабылдамайды',
    ru: 'Отказывает чужому токену',
    en: 'Refuses a token that it has not issued',
    check: authToken,
  },
  'type.refused': {
    kk: 'Басқа Content-Type-пен келген сұрақты қабылдамайды',
    ru: 'Отказывает вопросу с другим Content-Type',
    en: 'Refuses a question of another Content-Type',
    check: typeRefused,
  },
  'field.refused': {
    kk: 'Міндетті өрісі жоқ сұрақты қабылдамайды',
    ru: 'Отказывает вопросу без обязательного поля',
    en: 'Refuses a question that lacks a field',
    check: fieldRefused,
  },
  'errors.form': {
    kk: 'Қатені келісімдегі түрде айтады',
    ru: 'Говорит об ошибке в форме договора',
    en: 'Tells an error in the form of the contract',
    check: errorsForm,
  },
  'privacy.errors': {
    kk: 'Қателер мен тақырыптарда адамның нөмірі жоқ',
    ru: 'В ошибках и заголовках нет номера человека',
    en: 'Names no number of a person in errors and headers',
    check: privacyErrors,
  },
} as const satisfies Readonly<Record<string, Promised>>
/** The stable id of a promise. */
export type PromiseId = keyof typeof PROMISES
/** All ids, in the order in which a report has them. */
export const PROMISE_IDS = Object.keys(PROMISES) as readonly PromiseId[]
