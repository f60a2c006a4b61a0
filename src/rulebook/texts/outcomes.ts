import type { SourceOutcome } from '../../../schemas/source-outcome.ts'
import type { Trilingual } from '../../../schemas/trilingual.ts'

/** What a source came to, by `outcome` or `outcome/reason`. */
const SAID: Readonly<Record<string, Trilingual>> = {
  answered: { kk: 'Дереккөз жауап берді, жазбалар бар.', ru: 'Источник ответил, записи есть.', en: 'The source answered; it has records.' },
  empty: {
    kk: 'Дереккөз жауап берді: бұл педагог бойынша жазба жоқ.',
    ru: 'Источник ответил: записей об этом педагоге нет.',
    en: 'The source answered: it has no record of this teacher.',
  },
  'partial/record_errors': {
    kk: 'Дереккөз жауап берді, бірақ кейбір жазбалары оқылмады; қалғандары сақталды.',
    ru: 'Источник ответил, но часть записей прочитать не удалось; остальные сохранены.',
    en: 'The source answered, but some of its records could not be read; the others are kept.',
  },
  'deferred/async': {
    kk: 'Дереккөз сұрауды қабылдады, жауабы кейін келеді.',
    ru: 'Источник принял запрос, ответ придёт позже.',
    en: 'The source took the request; its answer comes later.',
  },
  'deferred/not_final': {
    kk: 'Дереккөз жауап берді, бірақ жазбаны әлі түпкілікті деп бекіткен жоқ.',
    ru: 'Источник ответил, но запись ещё не подтвердил как окончательную.',
    en: 'The source answered, but it has not made the record final yet.',
  },
  'unavailable/timeout': {
    kk: 'Дереккөз берілген уақыт ішінде жауап қайтармады.',
    ru: 'Источник не ответил за отведённое время.',
    en: 'The source did not answer within its time.',
  },
  'unavailable/connect': {
    kk: 'Дереккөзбен байланыс орнатылмады.',
    ru: 'Связаться с источником не удалось.',
    en: 'The source could not be reached.',
  },
  'unavailable/dns': {
    kk: 'Дереккөздің желідегі мекенжайы табылмады.',
    ru: 'Сетевой адрес источника не найден.',
    en: 'The network address of the source was not found.',
  },
  'unavailable/tls': {
    kk: 'Дереккөзбен қорғалған байланыс орнатылмады.',
    ru: 'Защищённое соединение с источником не установлено.',
    en: 'No secure connection to the source came about.',
  },
  'unavailable/http_5xx': {
    kk: 'Дереккөз өз жүйесіндегі қате туралы хабарлады.',
    ru: 'Источник сообщил об ошибке в своей системе.',
    en: 'The source reported an error of its own.',
  },
  'unavailable/http_4xx': { kk: 'Дереккөз сұрауды қабылдамады.', ru: 'Источник не принял запрос.', en: 'The source refused the request.' },
  'unavailable/html': {
    kk: 'Деректердің орнына веб-бет келді.',
    ru: 'Вместо данных пришла веб-страница.',
    en: 'A web page came instead of data.',
  },
  'unavailable/rate_limited': {
    kk: 'Дереккөз сұраулар санын шектеді.',
    ru: 'Источник ограничил число запросов.',
    en: 'The source limited the number of requests.',
  },
  'unavailable/auth': {
    kk: 'Дереккөз шлюзге рұқсат бермеді.',
    ru: 'Источник не допустил шлюз.',
    en: 'The source did not let the gateway in.',
  },
  'unavailable/shep_fault': {
    kk: 'Электрондық үкімет шлюзі сұрауды дереккөзге жеткізе алмады.',
    ru: 'Шлюз электронного правительства не смог передать запрос источнику.',
    en: 'The e-government gateway could not pass the request on to the source.',
  },
  'unavailable/remote_error': {
    kk: 'Дереккөз сұрауды орындай алмағанын хабарлады.',
    ru: 'Источник сообщил, что не смог выполнить запрос.',
    en: 'The source said that it could not carry out the request.',
  },
  'unavailable/breaker_open': {
    kk: 'Дереккөз қатарынан бірнеше рет жауап бермеді, сондықтан оған сұрау уақытша жіберілмейді.',
    ru: 'Источник несколько раз подряд не ответил, поэтому запросы к нему временно не отправляются.',
    en: 'The source failed several times in a row, so for a while it is sent no requests.',
  },
  'unavailable/overload': {
    kk: 'Дереккөзге жіберілетін сұраулар кезегі толық болды, бұл сұрау жіберілген жоқ.',
    ru: 'Очередь запросов к источнику была заполнена, этот запрос не отправлен.',
    en: 'The queue of requests to the source was full; this one was not sent.',
  },
  'unavailable/paused': {
    kk: 'Оператор бұл дереккөзге сұрау жіберуді уақытша тоқтатқан.',
    ru: 'Оператор временно остановил запросы к этому источнику.',
    en: 'The operator has stopped requests to this source for a while.',
  },
  'unavailable/maintenance': {
    kk: 'Дереккөзде жоспарлы жұмыстар жүріп жатыр.',
    ru: 'В источнике идут плановые работы.',
    en: 'Planned work is going on at the source.',
  },
  'unreadable/protocol': {
    kk: 'Дереккөздің жауабы бүлінген немесе толық емес, ол пайдаланылмады.',
    ru: 'Ответ источника повреждён или неполон, он не использован.',
    en: 'The answer of the source is damaged or cut short; it was not used.',
  },
  'unreadable/encoding': {
    kk: 'Дереккөз жауабының әріптері бүлінген, ол пайдаланылмады.',
    ru: 'Буквы в ответе источника искажены, он не использован.',
    en: 'The letters in the answer of the source are garbled; it was not used.',
  },
  'unreadable/drift': {
    kk: 'Дереккөз жауабының құрылымы өзгерген, ол пайдаланылмады.',
    ru: 'Строение ответа источника изменилось, он не использован.',
    en: 'The shape of the answer has changed; it was not used.',
  },
  'unreadable/signature': {
    kk: 'Дереккөз жауабының электрондық қолтаңбасы тексеруден өтпеді, ол пайдаланылмады.',
    ru: 'Электронная подпись ответа не прошла проверку, он не использован.',
    en: 'The electronic signature of the answer does not hold; it was not used.',
  },
  'foreign/subject_mismatch': {
    kk: 'Дереккөз басқа адамның жазбасын қайтарды, ол пайдаланылмады.',
    ru: 'Источник вернул запись другого человека, она не использована.',
    en: "The source returned somebody else's record; it was not used.",
  },
  'consent_missing/missing': {
    kk: 'Педагогтің келісімі жоқ, сондықтан дереккөз мәлімет бермеді.',
    ru: 'Нет согласия педагога, поэтому источник сведений не дал.',
    en: 'There is no consent of the teacher, so the source gave nothing.',
  },
  'consent_missing/refused': {
    kk: 'Педагог келісім бермеді.',
    ru: 'Педагог не дал согласия.',
    en: 'The teacher refused the consent.',
  },
  'consent_missing/expired': {
    kk: 'Педагог келісімінің мерзімі өткен.',
    ru: 'Срок согласия педагога истёк.',
    en: 'The consent of the teacher is past its term.',
  },
  'consent_missing/revoked': {
    kk: 'Педагог келісімін қайтарып алған.',
    ru: 'Педагог отозвал согласие.',
    en: 'The teacher has revoked the consent.',
  },
  'not_asked/not_needed': {
    kk: 'Бұл дереккөзге сұрау жіберудің қажеті болмады.',
    ru: 'Запрашивать этот источник не потребовалось.',
    en: 'There was no need to ask this source.',
  },
  'not_asked/not_configured': {
    kk: 'Дереккөз жүйеге қосылмаған, сұрау жіберілген жоқ.',
    ru: 'Источник к системе не подключён, запрос не отправлялся.',
    en: 'The source is not connected to the system; it was not asked.',
  },
}

/** The closed word of an outcome: `answered`, `unavailable/timeout`. */
export function outcomeWord({ outcome, reason }: Pick<SourceOutcome, 'outcome' | 'reason'>): string {
  return reason === null ? outcome : `${outcome}/${reason}`
}

/** What a source said or did, in one sentence. */
export function outcomeSentence(status: Pick<SourceOutcome, 'outcome' | 'reason'>): Trilingual {
  const word = outcomeWord(status)
  return SAID[word] ?? { kk: word, ru: word, en: word }
}
