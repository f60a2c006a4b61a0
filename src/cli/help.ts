import type { Trilingual } from '../../schemas/trilingual.ts'

const COMMANDS: readonly (readonly [usage: string, about: Trilingual])[] = [
  [
    'portfolio show <id>',
    {
      kk: 'портфолио: бөлімдер, олқылықтар, дереккөздер',
      ru: 'портфолио: разделы, пробелы, источники',
      en: 'a portfolio: sections, gaps, sources',
    },
  ],
  [
    'portfolio explain <id> [<gapId>]',
    {
      kk: 'олқылықтардың себебі тізбек түрінде; кедергі олқылық болса, код 1',
      ru: 'цепочка причин пробелов; код 1, если есть препятствующий пробел',
      en: 'why each gap is there, as a chain; exit 1 where one blocks',
    },
  ],
  ['source list', { kk: 'дереккөздердің жай-күйі', ru: 'состояние источников', en: 'health of the sources' }],
  ['source show <id>', { kk: 'бір дереккөздің жай-күйі', ru: 'состояние одного источника', en: 'health of one source' }],
  [
    'drift list [<source>]',
    {
      kk: 'дереккөздер жауабының құрылымындағы өзгерістер; болса, код 1',
      ru: 'изменения структуры ответов; код 1, если они есть',
      en: 'changes in the shape of what sources send; exit 1 where there are some',
    },
  ],
  [
    'drift accept|reject <source> <field> --reason …',
    {
      kk: 'оператордың шешімі: өзгерісті қабылдау не қабылдамау',
      ru: 'решение оператора: принять изменение или отклонить',
      en: 'the word of an operator: accept a change, or reject it',
    },
  ],
  [
    'pause|mute <source> --reason … [--until …]',
    {
      kk: 'оператор: сұрауды тоқтату; сұрау жүре беріп, дабылды өшіру',
      ru: 'оператор: остановить запросы; отключить оповещения, не останавливая запросов',
      en: 'an operator stops all calls; or stops alerts while calls go on',
    },
  ],
  [
    'resume <source> --reason … [--from …]',
    {
      kk: 'тоқтатуды, жүріп жатқан жоспарлы жұмысты аяқтау; --from: сол кезде басталатын жұмысты қайтарып алу',
      ru: 'снять остановку, завершить идущие работы; --from: отменить работы, которые начнутся тогда',
      en: 'ends a pause, and work under way; --from: takes back work that is to begin then',
    },
  ],
  [
    'maintenance <source> --from … --to … --reason …',
    { kk: 'жоспарлы жұмыс туралы хабарлау', ru: 'сообщить о плановых работах', en: 'announces planned work' },
  ],
  [
    'breaker <source> open|closed|auto --reason … [--until …]',
    { kk: 'ажыратқышты қолмен басқару', ru: 'управлять предохранителем вручную', en: 'holds the breaker by hand' },
  ],
  [
    'status',
    {
      kk: 'шлюз бен дереккөздер; ақау болса, код 1',
      ru: 'шлюз и источники; код 1 при неисправности',
      en: 'gateway and sources; exit 1 where something is wrong',
    },
  ],
  [
    'conformance <source> [--url …] [--iin-stdin]',
    {
      kk: 'дереккөздің сервері келісімді сақтай ма; бұзылса, код 1',
      ru: 'держит ли сервер источника договор; код 1 при нарушении',
      en: 'whether the server of a source keeps the contract; exit 1 where not',
    },
  ],
  [
    'replay <cassette…> [--stage …|--accept|--save-test] [--watch]',
    {
      kk: 'жазылған жауаптардан портфолио; күтілгеннен өзгеше болса, код 1',
      ru: 'портфолио из записанных ответов; код 1, если отличается от ожидаемого',
      en: 'the portfolio of recorded answers; exit 1 where it is not the expected one',
    },
  ],
  [
    'import-har <file> --source <id> --claim <file> [--url …] [--out …]',
    {
      kk: 'браузер не прокси жазған HAR-дан кассета; адамдар бүркеншік атқа ауыстырылады',
      ru: 'кассета из HAR, записанного браузером или прокси; люди заменены псевдонимами',
      en: 'a cassette of a HAR that a browser or a proxy recorded; persons become pseudonyms',
    },
  ],
]

const TEXT: Trilingual = {
  kk: `Белгілер: --json (деректер stdout-қа JSON болып шығады) · --lang kk|ru|en · --help
Орта: GATEWAY_URL (әдепкісі http://127.0.0.1:8787) · GATEWAY_TOKEN · NO_COLOR
  conformance: <ID>_URL, <ID>_USER … (.env.example) · CONFORMANCE_IIN · CONFORMANCE_BIN · CONFORMANCE_KDP_TOKEN
  import-har: <ID>_URL · DATA_DIR (cassettes.key) · CASSETTES_DIR
Шығу кодтары: 0 бәрі дұрыс · 1 табылған жайт бар · 2 пәрмен қате · 3 баптау қате · 4 қызмет жауап бермейді · 5 табылмады`,
  ru: `Флаги: --json (данные в stdout как JSON) · --lang kk|ru|en · --help
Окружение: GATEWAY_URL (по умолчанию http://127.0.0.1:8787) · GATEWAY_TOKEN · NO_COLOR
  conformance: <ID>_URL, <ID>_USER … (.env.example) · CONFORMANCE_IIN · CONFORMANCE_BIN · CONFORMANCE_KDP_TOKEN
  import-har: <ID>_URL · DATA_DIR (cassettes.key) · CASSETTES_DIR
Коды выхода: 0 всё в порядке · 1 есть находка · 2 неверная команда · 3 неверная настройка · 4 служба недоступна · 5 не найдено`,
  en: `Flags: --json (data on stdout as JSON) · --lang kk|ru|en · --help
Environment: GATEWAY_URL (http://127.0.0.1:8787 by default) · GATEWAY_TOKEN · NO_COLOR
  conformance: <ID>_URL, <ID>_USER … (.env.example) · CONFORMANCE_IIN · CONFORMANCE_BIN · CONFORMANCE_KDP_TOKEN
  import-har: <ID>_URL · DATA_DIR (cassettes.key) · CASSETTES_DIR
Exit codes: 0 ok · 1 finding · 2 usage · 3 configuration · 4 service unavailable · 5 not found`,
}

/** How the command line is used. */
export function help(language: keyof Trilingual): string {
  const widest = Math.max(...COMMANDS.map(([usage]) => usage.length))
  const rows = COMMANDS.map(([usage, about]) => `  ${usage.padEnd(widest)}  ${about[language]}`)
  return ['npm run -s gateway -- <command>', '', ...rows, '', TEXT[language], ''].join('\n')
}
