/*
 * Surnames of nobody: words of the school with the endings of surnames (кітап → КІТАПБАЕВ), so that they look like surnames and cannot
 * be taken from a list of people. Upper case, as registers write. Masculine and feminine.
 */

/** One surname: masculine, feminine. */
export type Surname = readonly [masculine: string, feminine: string]

/** The first ones, which hold every letter that systems lose. */
const OWN: readonly Surname[] = [
  ['ҮЛГІБАЕВ', 'ҮЛГІБАЕВА'],
  ['МЫСАЛОВ', 'МЫСАЛОВА'],
  ['СЫНАҚБЕКОВ', 'СЫНАҚБЕКОВА'],
  ['ТӘЖІРИБЕҚЫЗЫ', 'ТӘЖІРИБЕҚЫЗЫ'],
  ['ӨРНЕКТЕГІ', 'ӨРНЕКТЕГІ'],
  ['ҚИЯЛБАЙ', 'ҚИЯЛБАЙ'],
  ['ЖОБАНОВ', 'ЖОБАНОВА'],
  ['ҒАЛАМОВ', 'ҒАЛАМОВА'],
  ['ҢҰСҚАЕВ', 'ҢҰСҚАЕВА'],
  ['ҺӘРЕКЕТОВ', 'ҺӘРЕКЕТОВА'],
]

const STEMS = `КІТАП ДӘПТЕР ҚАЛАМ СЫЗҒЫШ ӨШІРГІШ БОЯУ ТАҚТА САБАҚ ҮЗІЛІС ҚОҢЫРАУ ЕСЕП ӨЛШЕМ БӨЛШЕК ҚОСЫНДЫ АЙЫРМА ТЕҢДЕУ ҰШБҰРЫШ ШЕҢБЕР ТҮЗУ
  НҮКТЕ СӨЗДІК СӨЙЛЕМ ӘРІП БУЫН ДЫБЫС ҮТІР СҰРАҚ ЖАУАП ТАПСЫРМА ЖАТТЫҒУ ҒЫЛЫМ БІЛІМ ҰҒЫМ ЕРЕЖЕ БАҚЫЛАУ ЗЕРТТЕУ ДӘЛЕЛ КЕСТЕ СЫЗБА СУРЕТ ӘУЕН
  КҮЙТАҚ ӨЛЕҢ ӘҢГІМЕ ЕРТЕГІ ЖҰМБАҚ МАҚАЛ ТӘРТІП ҮЛГЕРІМ ШӘКІРТ СЫНЫП МЕКТЕП КЕШЕН ӘЛІПБИ ЖАҢҒЫРЫҚ ІЗДЕНІС ҚОРЫТУ ТҰЖЫРЫМ КӨРНЕК ІРГЕТАС`.split(
  /\s+/,
)
const ENDINGS: readonly Surname[] = [
  ['БАЕВ', 'БАЕВА'],
  ['БЕКОВ', 'БЕКОВА'],
  ['ТАЕВ', 'ТАЕВА'],
  ['ЖАНОВ', 'ЖАНОВА'],
  ['ХАНОВ', 'ХАНОВА'],
  ['ҒАЛИЕВ', 'ҒАЛИЕВА'],
  ['БАЙ', 'БАЙ'],
  ['БЕК', 'БЕК'],
]

/** Surnames of Kazakh words. */
export const KAZAKH_SURNAMES: readonly Surname[] = [
  ...OWN,
  ...STEMS.flatMap((stem) => ENDINGS.map(([he, she]): Surname => [`${stem}${he}`, `${stem}${she}`])),
]

const RUSSIAN_STEMS =
  `ТЕТРАДКИН УКАЗКИН ЧЕРТЁЖНИКОВ ГЛОБУСОВ ЗАДАЧНИКОВ ДНЕВНИКОВ УРОКОВ ПЕРЕМЕНИН ЛИНЕЙКИН ПРИМЕРОВ ОТВЕТОВ ВОПРОСОВ ДОСКИН ПЕНАЛОВ
  ЛАСТИКОВ АЗБУКИН БУКВАРЁВ СЛОГОВ ЗАПЯТОВ ТОЧКИН АБЗАЦЕВ ФОРМУЛИН ТЕОРЕМИН ДРОБИН ГИПОТЕЗИН КОНСПЕКТОВ ДИКТАНТОВ РЕФЕРАТОВ ОЦЕНКИН ЭКЗАМЕНОВ
  ЦИРКУЛЕВ ЧИСЛИТЕЛЕВ СУФФИКСОВ ГЛАГОЛЕВ МНОЖИТЕЛЕВ ПАРАГРАФОВ ЩЕТОЧКИН ЮНКОРОВ ЯЗЫКОВЕДОВ ХРЕСТОМАТЬЕВ`.split(/\s+/)

/** Surnames of Russian words. */
export const RUSSIAN_SURNAMES: readonly Surname[] = RUSSIAN_STEMS.map((stem): Surname => [stem, `${stem}А`])
