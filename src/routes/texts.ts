import type { Trilingual } from '../../schemas/trilingual.ts'
import { actionTexts } from './texts-actions.ts'

/** What an operation is for: one line, and what a caller must know about it. */
export interface OperationText {
  readonly summary: Trilingual
  readonly description: Trilingual
}

/** The operations of the API in the three languages; the keys are the `operationId`s. */
export const operationTexts = {
  createPortfolio: {
    summary: { kk: 'Портфолио жинау', ru: 'Собрать портфолио', en: 'Collect a portfolio' },
    description: {
      kk: 'Барлық дереккөзден мәлімет сұрап, портфолио құрайды. Сол iin мен caseId қайталанса, жаңа портфолио ашылмайды: сол id бойынша мәлімет қайта жиналып, 200 қайтарылады. Жауап бермеген дереккөз портфолионы тоқтатпайды: ол sources және gaps бөлімдерінде көрсетіледі.',
      ru: 'Опрашивает все источники и составляет портфолио. Если iin и caseId повторяются, новое портфолио не заводится: сведения собираются заново под тем же id, ответ 200. Источник, который не ответил, не мешает остальным: о нём сказано в sources и gaps.',
      en: 'Asks every source and puts a portfolio together. The same iin and caseId again open no second portfolio: it is collected anew under the same id, and the answer is 200. A source that does not answer stops nothing: sources and gaps tell about it.',
    },
  },
  readPortfolio: {
    summary: { kk: 'Портфолионы оқу', ru: 'Прочитать портфолио', en: 'Read a portfolio' },
    description: {
      kk: 'Соңғы нұсқаны сақталған күйінде береді. Педагог тек өз портфолиосын, жауапты тұлға тек өз ұйымының портфолиоларын көреді; қалғандары үшін жауап «табылмады» болады.',
      ru: 'Отдаёт последнюю версию так, как она сохранена. Педагог видит только своё портфолио, ответственное лицо — только портфолио своей организации; для остальных ответ «не найдено».',
      en: 'Gives the newest version as it is stored. A teacher sees only the own portfolio, a responsible person only those of the own organisation; to others it is not found.',
    },
  },
  readVersion: {
    summary: { kk: 'Бұрынғы нұсқаны оқу', ru: 'Прочитать прежнюю версию', en: 'Read an earlier version' },
    description: {
      kk: 'Нұсқалар өзгермейді: сол нөмір әрдайым сол мазмұнды береді.',
      ru: 'Версии не меняются: один и тот же номер всегда даёт одно и то же содержание.',
      en: 'Versions never change: the same number always gives the same content.',
    },
  },
  readHistory: {
    summary: { kk: 'Өзгерістер тарихы', ru: 'История изменений', en: 'History of changes' },
    description: {
      kk: 'Нұсқалар жаңасынан ескісіне қарай: әрқайсысының себебі және алдыңғы нұсқадан айырмашылығы.',
      ru: 'Версии от новой к старой: причина каждой и отличия от предыдущей.',
      en: 'The versions, newest first: why each came to be and how it differs from the one before.',
    },
  },
  explainGap: {
    summary: { kk: 'Олқылықты түсіндіру', ru: 'Объяснить пробел', en: 'Explain a gap' },
    description: {
      kk: 'Соңғы нұсқадағы бір олқылықтың себебін тізбек етіп береді: ереже, бөлімнің талабы, қай дереккөзден қашан сұралғаны және оның жауабы, табылған жазбалар, қорытынды. Дереккөздерге қайта сұрау жіберілмейді. Портфолионы оқи алатындардың бәрі көреді.',
      ru: 'Показывает цепочкой, почему в последней версии есть этот пробел: правило, требование раздела, какой источник когда запрошен и что ответил, какие записи найдены, вывод. Источники заново не опрашиваются. Видят все, кому открыто портфолио.',
      en: 'Shows as a chain why the newest version has this gap: the rule, what the section asks for, which source was asked when and what it answered, the records that were found, the verdict. No source is asked again. Open to everybody who may read the portfolio.',
    },
  },
  refreshPortfolio: {
    summary: { kk: 'Портфолионы жаңарту', ru: 'Обновить портфолио', en: 'Refresh a portfolio' },
    description: {
      kk: 'Дереккөздер аталмаса, тек жауап бермегендерінен немесе мәліметі ескіргендерінен қайта сұрайды.',
      ru: 'Если источники не названы, заново опрашивает только те, которые не ответили или чьи сведения устарели.',
      en: 'Where no sources are named, only those are asked again that failed or whose data is stale.',
    },
  },
  listSources: {
    summary: { kk: 'Дереккөздердің жай-күйі', ru: 'Состояние источников', en: 'Health of the sources' },
    description: {
      kk: 'Әр дереккөздің жауап беруі, кідірісі, ажыратқышы және жоспарлы жұмыстары. Жеке деректер жоқ.',
      ru: 'Ответы, задержки, предохранитель и плановые работы каждого источника. Персональных данных нет.',
      en: 'Answers, latency, breaker and planned work of each source. No personal data.',
    },
  },
  readSource: {
    summary: { kk: 'Бір дереккөздің жай-күйі', ru: 'Состояние одного источника', en: 'Health of one source' },
    description: {
      kk: 'Тізімдегі жолмен бірдей мәлімет.',
      ru: 'Те же сведения, что и строка списка.',
      en: 'The same as its row in the list.',
    },
  },
  decideDrift: {
    summary: { kk: 'Құрылым өзгерісі туралы шешім', ru: 'Решение об изменении структуры', en: 'Decide on a changed shape' },
    description: {
      kk: 'Дереккөздің бір өрісіндегі ашық өзгерістерді (drift.events) қабылдайды немесе қабылдамайды. Қабылданғаны бұдан былай қалыпты саналады. Қабылданбағаны бар жауаптар пайдаланылмайды, олардың орнына соңғы дұрыс жауап тұрады. Кім, қашан, неге шешкені сақталады. Себепке адам туралы дерек жазылмайды.',
      ru: 'Принимает или отклоняет открытые изменения одного поля источника (drift.events). Принятое считается обычным. Ответы с отклонённым не используются, вместо них служит последний верный ответ. Хранится, кто, когда и почему решил. Данные людей в причину не пишут.',
      en: 'Accepts or rejects the open changes of one field of a source (drift.events). What is accepted is usual from now on. Replies that show what is rejected are not used: the last good answer stands in. Who decided, when and why is kept. No data of persons belongs into the reason.',
    },
  },
  ...actionTexts,
  listEditions: {
    summary: { kk: 'Қағидалардың редакциялары', ru: 'Редакции Правил', en: 'Editions of the Rules' },
    description: {
      kk: 'Ескісінен жаңасына қарай, қолданылу мерзімдерімен: редакциялар қабаттаспайды.',
      ru: 'От старой к новой, со сроками действия: редакции не пересекаются.',
      en: 'Oldest first, with the days between which each is in force: editions never overlap.',
    },
  },
  readEdition: {
    summary: { kk: 'Қағидалардың бір редакциясы', ru: 'Одна редакция Правил', en: 'One edition of the Rules' },
    description: {
      kk: 'Арналар, бөлімдер, талаптар, шектер, мерзімдер және бағалау парақтары деректер түрінде; әр жазбада Қағидалардың тармағы көрсетілген. Оқылған мәтінде жоқ бөліктер takenOver ішінде аталған. Адамға арналған беті — /rulebook/{edition}.',
      ru: 'Каналы, разделы, требования, пороги, сроки и листы оценивания как данные; каждая запись называет пункт Правил. Чего прочитанный текст не даёт, названо в takenOver. Страница для людей — /rulebook/{edition}.',
      en: 'Channels, sections, requirements, thresholds, limits of time and score sheets as data; every entry names its paragraph of the Rules. What the text that was read does not give is named in takenOver. The page for people is /rulebook/{edition}.',
    },
  },
  liveness: {
    summary: { kk: 'Процесс жұмыс істеп тұр ма', ru: 'Работает ли процесс', en: 'Is the process alive' },
    description: {
      kk: 'Процесс жауап бере алса, 200 қайтарады. Қоймаға жүгінбейді.',
      ru: 'Отвечает 200, если процесс способен отвечать. К хранилищу не обращается.',
      en: 'Answers 200 while the process can answer. It does not touch the store.',
    },
  },
  readiness: {
    summary: { kk: 'Сұрау қабылдауға дайын ба', ru: 'Готов ли принимать запросы', en: 'Is it ready for requests' },
    description: {
      kk: 'Қойма жауап бермесе немесе процесс тоқтатылып жатса, 503 қайтарады.',
      ru: 'Отвечает 503, пока хранилище не отвечает или процесс останавливается.',
      en: 'Answers 503 while the store does not answer or the process is stopping.',
    },
  },
  metrics: {
    summary: { kk: 'Prometheus метрикалары', ru: 'Метрики для Prometheus', en: 'Metrics for Prometheus' },
    description: {
      kk: 'Есептегіштер мен гистограммалар. Белгілерде адам да, ұйым да жоқ.',
      ru: 'Счётчики и гистограммы. В метках нет ни людей, ни организаций.',
      en: 'Counters and histograms. No label names a person or an organisation.',
    },
  },
  apiDescription: {
    summary: { kk: 'Осы API-дің сипаттамасы', ru: 'Описание этого API', en: 'The description of this API' },
    description: {
      kk: 'OpenAPI 3.1 құжаты; сұрауларды тексеретін схемалардан жасалады.',
      ru: 'Документ OpenAPI 3.1; создаётся из тех же схем, которыми проверяются запросы.',
      en: 'The OpenAPI 3.1 document, made from the schemas that check the requests.',
    },
  },
} as const satisfies Readonly<Record<string, OperationText>>

/** The groups of operations. */
export const tagTexts = {
  portfolios: { kk: 'Портфолиолар', ru: 'Портфолио', en: 'Portfolios' },
  sources: { kk: 'Дереккөздер', ru: 'Источники', en: 'Sources' },
  rulebook: { kk: 'Аттестаттау қағидалары', ru: 'Правила аттестации', en: 'Rules of attestation' },
  service: { kk: 'Қызметтің өзі', ru: 'Сама служба', en: 'The service itself' },
} as const satisfies Readonly<Record<string, Trilingual>>

/** The parameters of the operations, by name. */
export const parameterTexts: Readonly<Record<string, Trilingual>> = {
  id: {
    kk: 'Жауапта немесе тізімде берілген id. Онда ЖСН жоқ.',
    ru: 'Значение id из ответа или списка. ИИН в нём нет.',
    en: 'The id that an answer or a list gave. It holds no person number.',
  },
  edition: {
    kk: 'Редакцияның тізімдегі немесе портфолиодағы id мәні.',
    ru: 'Значение id редакции из списка или из портфолио.',
    en: 'The id of an edition, from the list or from a portfolio.',
  },
  gapId: {
    kk: 'Портфолионың gaps тізіміндегі id.',
    ru: 'Значение id из списка gaps портфолио.',
    en: 'The id of a gap in the list gaps of the portfolio.',
  },
  n: { kk: 'Нұсқаның нөмірі, 1-ден басталады.', ru: 'Номер версии, начиная с 1.', en: 'The number of the version, from 1.' },
  limit: {
    kk: 'Бір беттегі жолдар саны, 1–200.',
    ru: 'Число строк на странице, 1–200.',
    en: 'Rows on one page, 1–200.',
  },
  cursor: {
    kk: 'Алдыңғы беттегі nextCursor мәні.',
    ru: 'Значение nextCursor из предыдущей страницы.',
    en: 'The nextCursor of the page before.',
  },
  lang: {
    kk: 'Мәтін тілі: kk, ru немесе en. Accept-Language тақырыбынан басым.',
    ru: 'Язык текстов: kk, ru или en. Важнее заголовка Accept-Language.',
    en: 'The language of texts: kk, ru or en. It wins over Accept-Language.',
  },
  'If-None-Match': {
    kk: 'Өзіңізде бар нұсқаның ETag мәні: ол өзгермесе, 304 қайтарылады.',
    ru: 'ETag версии, которая у вас уже есть: если она не изменилась, ответ 304.',
    en: 'The ETag of the version that you have: 304 while it is the newest.',
  },
  Prefer: {
    kk: 'wait=N — қанша секунд күтетініңіз (1–30); handling=strict — сұралған дереккөздің бірі жауап бермесе, 503 қайтарылады да, ештеңе сақталмайды.',
    ru: 'wait=N — сколько секунд вы готовы ждать (1–30); handling=strict — если хотя бы один опрошенный источник не ответил, ответ 503 и ничего не сохраняется.',
    en: 'wait=N: how many seconds you give (1–30); handling=strict: 503, and nothing stored, where an asked source did not answer.',
  },
  'Idempotency-Key': {
    kk: 'Сұрауыңыздың өз кілті (255 таңбаға дейін). Сол кілтпен қайталанған сұрау 72 сағат бойы бірінші жауапты алады.',
    ru: 'Ваш собственный ключ запроса (до 255 знаков). Повтор с тем же ключом в течение 72 часов получает первый ответ.',
    en: 'Your own key of the request (up to 255 characters). A repeat with the same key gets the first answer for 72 hours.',
  },
}
