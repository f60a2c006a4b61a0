import type { Trilingual } from '../../schemas/trilingual.ts'

/** The words of our pages; those of operations and problems stand with them. */
export const pageTexts = {
  product: { kk: 'Педагог портфолиосының шлюзі', ru: 'Шлюз портфолио педагога', en: 'Teacher portfolio gateway' },
  skip: { kk: 'Негізгі мәтінге өту', ru: 'Перейти к содержанию', en: 'Skip to the content' },
  languages: { kk: 'Бет тілі', ru: 'Язык страницы', en: 'Language of the page' },
  docs: { kk: 'API анықтамалығы', ru: 'Справочник API', en: 'API reference' },
  document: { kk: 'OpenAPI құжаты', ru: 'Документ OpenAPI', en: 'OpenAPI document' },
  rulebook: { kk: 'Аттестаттау қағидалары', ru: 'Правила аттестации', en: 'Rules of attestation' },
  ready: { kk: 'Дайындық', ru: 'Готовность', en: 'Readiness' },
  metrics: { kk: 'Метрикалар', ru: 'Метрики', en: 'Metrics' },
  lead: {
    kk: 'Шлюз педагогті аттестаттауға қажетті мәліметтерді мемлекеттік дереккөздерден жинап, бір портфолио етіп береді. Әр мәліметтің қайдан алынғаны, ал мәлімет болмаса, оның неге жоқ екені және кім әрекет етуі керегі көрсетіледі.',
    ru: 'Шлюз собирает сведения для аттестации педагога из государственных источников и отдаёт их одним портфолио. О каждом сведении сказано, откуда оно, а о каждом пробеле — почему он возник и кто должен действовать.',
    en: 'The gateway collects what the attestation of a teacher needs from government sources and gives it as one portfolio. Every fact says where it comes from; every gap says why it is there and who must act.',
  },
  startTitle: { kk: 'Бастау', ru: 'С чего начать', en: 'Where to begin' },
  startToken: {
    kk: 'Жергілікті жұмыс үшін токенді шлюздің өзі береді:',
    ru: 'Для работы на своей машине токен выдаёт сам шлюз:',
    en: 'On your own machine the gateway issues the token itself:',
  },
  startErrors: {
    kk: 'Қате жауаптар RFC 9457 бойынша беріледі: code мәні тұрақты, мәтін сіздің тіліңізде, traceId арқылы журналдан табуға болады.',
    ru: 'Ошибки отдаются по RFC 9457: значение code постоянно, текст на вашем языке, по traceId запрос находится в журнале.',
    en: 'Errors follow RFC 9457: the code is stable, the text is in your language, and the traceId finds the request in the log.',
  },
  startPrivacy: {
    kk: 'ЖСН тек сұраудың денесінде жіберіледі, мекенжайда ешқашан болмайды.',
    ru: 'ИИН передаётся только в теле запроса и никогда — в адресе.',
    en: 'The person number (IIN) travels only in the body of a request, never in an address.',
  },
  operations: { kk: 'Операциялар', ru: 'Операции', en: 'Operations' },
  roles: { kk: 'Кімге рұқсат', ru: 'Кому разрешено', en: 'Who may' },
  everybody: { kk: 'Токенсіз, барлығына', ru: 'Всем, без токена', en: 'Everybody, without a token' },
  parameters: { kk: 'Параметрлер', ru: 'Параметры', en: 'Parameters' },
  body: { kk: 'Сұраудың денесі', ru: 'Тело запроса', en: 'Body of the request' },
  answers: { kk: 'Жауаптар', ru: 'Ответы', en: 'Answers' },
  example: { kk: 'Мысал', ru: 'Пример', en: 'Example' },
  invented: {
    kk: 'Мысалдардағы адамдар мен ұйымдар ойдан шығарылған.',
    ru: 'Люди и организации в примерах вымышлены.',
    en: 'The people and organisations in the examples are invented.',
  },
  name: { kk: 'Атауы', ru: 'Название', en: 'Name' },
  place: { kk: 'Орны', ru: 'Где', en: 'Where' },
  meaning: { kk: 'Мағынасы', ru: 'Значение', en: 'Meaning' },
  required: { kk: 'міндетті', ru: 'обязательно', en: 'required' },
  status: { kk: 'Күйі', ru: 'Статус', en: 'Status' },
  code: { kk: 'Коды', ru: 'Код', en: 'Code' },
  success: { kk: 'Сәтті жауап', ru: 'Успешный ответ', en: 'Success' },
  unchanged: { kk: 'Сізде осы нұсқа бар', ru: 'Эта версия у вас уже есть', en: 'You have this version already' },
  problems: { kk: 'Қателер', ru: 'Ошибки', en: 'Problems' },
  schemas: { kk: 'Деректер схемалары', ru: 'Схемы данных', en: 'Schemas' },
  problemIntro: {
    kk: 'Бұл бетте шлюз қате жауаптың type өрісінде сілтейтін қате түрі түсіндірілген.',
    ru: 'Эта страница объясняет вид ошибки, на который шлюз ссылается в поле type.',
    en: 'This page explains the kind of problem to which the gateway points in the member type.',
  },
  retryable: {
    kk: 'Сол сұрауды өзгертпей, кейінірек қайталауға болады.',
    ru: 'Тот же запрос можно повторить позже без изменений.',
    en: 'The same request may be repeated later without a change.',
  },
  notRetryable: {
    kk: 'Сол сұрауды өзгертпей қайталау нәтиже бермейді.',
    ru: 'Повторять тот же запрос без изменений бесполезно.',
    en: 'Repeating the same request without a change is of no use.',
  },
} as const satisfies Readonly<Record<string, Trilingual>>

/** Where a parameter stands. */
export const placeTexts: Readonly<Record<string, Trilingual>> = {
  path: { kk: 'мекенжай', ru: 'адрес', en: 'path' },
  query: { kk: 'сұрау жолы', ru: 'строка запроса', en: 'query' },
  header: { kk: 'тақырып', ru: 'заголовок', en: 'header' },
}

/** Who calls (API page, 2). */
export const roleTexts: Readonly<Record<string, Trilingual>> = {
  platform: { kk: 'аттестаттау платформасы', ru: 'платформа аттестации', en: 'attestation platform' },
  teacher: { kk: 'педагог (тек өзінікі)', ru: 'педагог (только своё)', en: 'teacher (the own one only)' },
  responsible_person: {
    kk: 'жауапты тұлға (тек өз ұйымы)',
    ru: 'ответственное лицо (только своя организация)',
    en: 'responsible person (the own organisation only)',
  },
  operator: { kk: 'оператор', ru: 'оператор', en: 'operator' },
}
