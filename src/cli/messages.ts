import type { Trilingual } from '../../schemas/trilingual.ts'

/** What the command line itself says when something is wrong. */
export const messages = {
  noCommand: { kk: 'Бұйрық аталмаған.', ru: 'Команда не названа.', en: 'No command is named.' },
  unknownCommand: { kk: 'Мұндай пәрмен жоқ.', ru: 'Такой команды нет.', en: 'There is no such command.' },
  unknownFlag: {
    kk: 'Пәрмен жолындағы жалауша танылмады немесе оның мәні берілмеген.',
    ru: 'Неизвестный флаг или у флага нет значения.',
    en: 'A flag is not known or lacks its value.',
  },
  words: {
    kk: 'Бұйрықтан кейін артық сөз бар немесе id жетіспейді.',
    ru: 'После команды лишнее слово или не хватает id.',
    en: 'There is a word too many after the command, or an id is missing.',
  },
  badLanguage: { kk: '--lang мәні kk, ru немесе en болады.', ru: 'Значение --lang: kk, ru или en.', en: '--lang takes kk, ru or en.' },
  badPortfolio: {
    kk: 'Портфолионың id-і pf_ деп басталады. ЖСН ешқашан мекенжайға жазылмайды, сондықтан сұрау жіберілген жоқ.',
    ru: 'id портфолио начинается с pf_. ИИН никогда не пишется в адрес, поэтому запрос не отправлен.',
    en: 'The id of a portfolio begins with pf_. A person number never goes into an address, so nothing was sent.',
  },
  badGap: {
    kk: 'Олқылықтың id-і gap_ деп басталады. Ол «portfolio show» шығарған тізімде бар.',
    ru: 'id пробела начинается с gap_. Он есть в списке, который печатает «portfolio show».',
    en: 'The id of a gap begins with gap_. The list of “portfolio show” has it.',
  },
  badSource: {
    kk: 'Дереккөздің id-і — латын әріптері мен сызықша, мысалы diplomas.',
    ru: 'id источника — латинские буквы и дефис, например diplomas.',
    en: 'The id of a source is Latin letters and hyphens, as in diplomas.',
  },
  badServer: {
    kk: '--url мәні http:// немесе https:// деп басталатын, құпиясөзсіз мекенжай болуы керек.',
    ru: '--url — адрес, который начинается с http:// или https://, без пароля внутри.',
    en: '--url takes an address that begins with http:// or https://, with no password in it.',
  },
  noReason: {
    kk: 'Шешімнің себебі берілмеген: --reason "…".',
    ru: 'Не названа причина решения: --reason "…".',
    en: 'The reason of the decision is missing: --reason "…".',
  },
  badMoment: {
    kk: 'Уақыт «2026-12-01 18:00» (Алматы уақыты) немесе «2026-12-01T18:00:00+05:00» түрінде жазылады.',
    ru: 'Время пишут так: «2026-12-01 18:00» (время Алматы) или «2026-12-01T18:00:00+05:00».',
    en: 'A moment is written as “2026-12-01 18:00” (time of Almaty) or “2026-12-01T18:00:00+05:00”.',
  },
  noWindow: {
    kk: 'Жоспарлы жұмыстың басы мен аяғы керек: --from … --to ….',
    ru: 'Нужны начало и конец плановых работ: --from … --to ….',
    en: 'Planned work needs its beginning and its end: --from … --to ….',
  },
  badBreaker: {
    kk: 'Ажыратқыштың күйі: open, closed немесе auto.',
    ru: 'Состояние предохранителя: open, closed или auto.',
    en: 'The breaker takes open, closed or auto.',
  },
  badStage: {
    kk: '--stage мәні plan, ask, normalise, merge, gaps немесе respond болады.',
    ru: 'Значение --stage: plan, ask, normalise, merge, gaps или respond.',
    en: '--stage takes plan, ask, normalise, merge, gaps or respond.',
  },
  flags: {
    kk: 'Бұл пәрменге немесе бір-бірімен үйлеспейтін белгілер берілген.',
    ru: 'Эти флаги не подходят к команде или друг к другу.',
    en: 'These flags do not go with the command, or with one another.',
  },
  noSuchSource: {
    kk: 'Мұндай дереккөз тізімде жоқ (adapters/register.ts).',
    ru: 'Такого источника нет в списке (adapters/register.ts).',
    en: 'There is no such source in the register (adapters/register.ts).',
  },
  noServer: {
    kk: 'Дереккөздің мекенжайы берілмеген: --url немесе оның _URL айнымалысы.',
    ru: 'Адрес источника не задан: --url или его переменная с _URL.',
    en: 'The address of the source is not set: --url, or its variable with _URL.',
  },
  badIin: {
    kk: 'CONFORMANCE_IIN немесе stdin-де дұрыс ЖСН жоқ (CONFORMANCE_BIN: БСН).',
    ru: 'В CONFORMANCE_IIN или на stdin нет правильного ИИН (в CONFORMANCE_BIN: БИН).',
    en: 'CONFORMANCE_IIN or stdin holds no valid IIN (CONFORMANCE_BIN: BIN).',
  },
  serverSilent: {
    kk: 'Дереккөз бірде-бір сұраққа жауап бермеді.',
    ru: 'Источник не ответил ни на один вопрос.',
    en: 'The source answered no question at all.',
  },
  cassette_missing: { kk: 'мұндай файл не қалта жоқ.', ru: 'нет такого файла или папки.', en: 'there is no such file or folder.' },
  cassette_not_json: { kk: 'бұл JSON емес.', ru: 'это не JSON.', en: 'this is not JSON.' },
  cassette_no_cassette: {
    kk: 'бұл кассета емес, қате жерлері:',
    ru: 'это не кассета; неверные места:',
    en: 'this is no cassette, these places are wrong:',
  },
  cassette_bad_claim: {
    kk: 'кассетадағы өтініш дұрыс емес, қате жерлері:',
    ru: 'заявление в кассете неверно; неверные места:',
    en: 'the claim of this cassette is wrong in these places:',
  },
  cassette_no_case: {
    kk: 'мұнда өтініші бар кассета жоқ.',
    ru: 'здесь нет кассеты с заявлением.',
    en: 'there is no cassette with a claim here.',
  },
  cassette_exists: {
    kk: 'мұндай тест не оның кассетасы бар, үстінен жазылмайды.',
    ru: 'такой тест или его кассета уже есть и не перезаписывается.',
    en: 'this test or its cassette is there already and is not overwritten.',
  },
  cassette_no_archive: {
    kk: 'бұл HTTP мұрағаты (HAR 1.2) емес немесе мына жерлері қате:',
    ru: 'это не архив HTTP (HAR 1.2), или в нём неверны места:',
    en: 'this is no HTTP archive (HAR 1.2), or these places of it are wrong:',
  },
  cassette_no_claim: {
    kk: 'бұл өтініш (POST /v1/portfolios денесі) емес, мына жерлері қате:',
    ru: 'это не заявление (тело POST /v1/portfolios), в нём неверны места:',
    en: 'this is no claim (a body of POST /v1/portfolios), these places of it are wrong:',
  },
  cassette_no_entries: {
    kk: 'мұрағатта осы дереккөздің мекенжайынан толық жауап жоқ; --url дереккөздің негізгі мекенжайын талап етеді.',
    ru: 'в архиве нет целых ответов с адреса этого источника; --url — базовый адрес источника.',
    en: 'the archive has no whole answer from the address of this source; --url takes its base address.',
  },
  cassette_others_only: {
    kk: 'мұрағат өтініштегі адам туралы емес, сондықтан ештеңе жазылған жоқ.',
    ru: 'архив не о человеке из заявления, поэтому ничего не записано.',
    en: 'the archive is not about the person of the claim, so nothing was written.',
  },
  importHar: {
    kk: 'import-har бір файлды, --source пен --claim мәндерін талап етеді.',
    ru: 'import-har требует одного файла, --source и --claim.',
    en: 'import-har takes one file, --source and --claim.',
  },
  harIsPlain: {
    kk: 'HAR файлының өзінде адамдардың деректері мен құпиясөздер қалды: керегі болмаса, өшіріңіз.',
    ru: 'В самом файле HAR остались данные людей и пароли: удалите его, если он больше не нужен.',
    en: 'The HAR itself still holds persons and passwords: delete it when it is no longer needed.',
  },
  howToFail: {
    kk: 'Кассетадағы expected мәнін болуы керек күйіне түзетіңіз: код соны бергенше тест құлайды.',
    ru: 'Исправьте expected в кассете на то, что должно быть: тест падает, пока код этого не даёт.',
    en: 'Correct “expected” in the cassette to what it should be: the test fails until the code gives that.',
  },
  watching: { kk: 'Сақталған өзгерістерді күтуде (Ctrl+C).', ru: 'Жду сохранений (Ctrl+C).', en: 'Waiting for saves (Ctrl+C).' },
  unchanged: { kk: 'Өзгеріс жоқ.', ru: 'Без изменений.', en: 'Nothing changed.' },
  badUrl: {
    kk: 'GATEWAY_URL мәні http:// немесе https:// деп басталатын мекенжай болуы керек.',
    ru: 'GATEWAY_URL должен быть адресом, который начинается с http:// или https://.',
    en: 'GATEWAY_URL has to be an address that begins with http:// or https://.',
  },
  noToken: {
    kk: 'GATEWAY_TOKEN берілмеген. Әзірлеу кезінде токенді «npm run -s token -- --role platform» береді.',
    ru: 'GATEWAY_TOKEN не задан. При разработке токен выдаёт «npm run -s token -- --role platform».',
    en: 'GATEWAY_TOKEN is not set. In development “npm run -s token -- --role platform” issues a token.',
  },
  badToken: {
    kk: 'GATEWAY_TOKEN мәнінде токенде болмайтын таңбалар бар.',
    ru: 'В GATEWAY_TOKEN есть знаки, которых в токене быть не может.',
    en: 'GATEWAY_TOKEN holds characters that no token has.',
  },
  unreachable: {
    kk: 'GATEWAY_URL мекенжайындағы шлюзбен байланыс жоқ. Ол іске қосылған ба?',
    ru: 'Шлюз по адресу GATEWAY_URL недоступен. Он запущен?',
    en: 'The gateway at GATEWAY_URL cannot be reached. Is it running?',
  },
  notUnderstood: {
    kk: 'GATEWAY_URL мекенжайындағы қызметтің жауабы түсініксіз: ол бұл шлюз емес немесе оның нұсқасы басқа.',
    ru: 'Ответ службы по адресу GATEWAY_URL непонятен: это не шлюз или у него другая версия.',
    en: 'The service at GATEWAY_URL answers in another way: it is no gateway, or one of another version.',
  },
  refused: {
    kk: 'GATEWAY_URL мекенжайындағы қызмет сұрауды орындамады, себебін айтпады.',
    ru: 'Служба по адресу GATEWAY_URL не выполнила запрос и не назвала причину.',
    en: 'The service at GATEWAY_URL did not do what was asked and gave no reason.',
  },
  sourcesHidden: {
    kk: 'Дереккөздердің жай-күйі көрсетілмейді: оған platform немесе operator рөлінің токені керек.',
    ru: 'Состояние источников не показано: для него нужен токен роли platform или operator.',
    en: 'The health of the sources is not shown: it needs a token of the role platform or operator.',
  },
  internal: { kk: 'Бұйрық жолының ішкі қатесі.', ru: 'Внутренняя ошибка командной строки.', en: 'Internal error of the command line.' },
} as const satisfies Readonly<Record<string, Trilingual>>

/** The keys of what the command line says. */
export type MessageKey = keyof typeof messages
