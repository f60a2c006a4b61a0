/** The languages of the page; the first is the one of those who ask for none. */
export const LANGUAGES = ['kk', 'ru', 'en'] as const
export type Language = (typeof LANGUAGES)[number]
export type Text = Readonly<Record<Language, string>>

const all = (kk: string, ru: string, en: string): Text => ({ kk, ru, en })

/** All that the page says of itself. Names of scenarios, people and operations are names and stay as they are. */
export const texts = {
  title: all('Ойдан шығарылған үкімет', 'Вымышленное правительство', 'The pretend government'),
  lead: all(
    'Мұнда бәрі ойдан шығарылған: адамдар да, жүйелер де. Дереккөзге сценарий қосыңыз да, шлюз қалай жауап беретінін қараңыз.',
    'Здесь всё вымышлено: и люди, и системы. Включите источнику сценарий и посмотрите, что ответит шлюз.',
    'Everything here is invented, people and systems alike. Switch a scenario on and see what the gateway makes of it.',
  ),
  skip: all('Мазмұнға өту', 'К содержанию', 'Skip to the content'),
  languages: all('Тіл', 'Язык', 'Language'),
  sections: all('Бөлімдер', 'Разделы', 'Sections'),
  sources: all('Дереккөздер', 'Источники', 'Sources'),
  people: all('Адамдар', 'Люди', 'People'),
  journal: all('Журнал', 'Журнал', 'Journal'),
  legend: all('Сценарийлер сөздігі', 'Словарь сценариев', 'What the scenarios are'),
  usual: all('қалыпты жауап береді', 'отвечает как обычно', 'answers as usual'),
  switchOn: all('Қосу', 'Включить', 'Switch on'),
  switchOff: all('Өшіру', 'Выключить', 'Switch off'),
  change: all('Сценарий таңдау', 'Выбрать сценарий', 'Choose a scenario'),
  scenario: all('Сценарий', 'Сценарий', 'Scenario'),
  delay: all('Кідіріс, мс', 'Задержка, мс', 'Delay, ms'),
  times: all('Неше сұрауға', 'На сколько запросов', 'For how many requests'),
  ofEnvironment: all(
    'іске қосу айнымалысымен қойылған, мұнда өшірілмейді',
    'задано переменной при запуске, здесь не выключается',
    'set by a variable at the start, not switched off here',
  ),
  always: all('өшірілгенше', 'пока не выключат', 'until switched off'),
  person: all('Кімге', 'Для кого', 'For whom'),
  everybody: all('бәріне', 'для всех', 'for everybody'),
  steps: all('Немесе қадамдар тізбегі', 'Или последовательность', 'Or a sequence of steps'),
  stepsHint: all(
    'Қадамдар нүктелі үтірмен бөлінеді. @ белгісінен кейін кідіріс, * белгісінен кейін сұраулар саны жазылады.',
    'Шаги разделяются точкой с запятой; после @ пишется задержка, после * — число запросов.',
    'Steps are divided by semicolons; a delay follows @, a number of requests follows *.',
  ),
  delayHint: all('Мысалы:', 'Например:', 'For example:'),
  reset: all('Бәрін бастапқы қалпына келтіру', 'Вернуть всё в начало', 'Reset everything'),
  resetHint: all(
    'Сценарийлер, кезектер, сессиялар және журнал тазартылады.',
    'Сценарии, очереди, сессии и журнал будут очищены.',
    'Scenarios, queues, sessions and the journal are forgotten.',
  ),
  archetype: all('Кім', 'Кто', 'Who'),
  expect: all('Нені күтуге болады', 'Чего ожидать', 'What to expect'),
  claim: all('Шлюзге сұрау', 'Запрос к шлюзу', 'Request to the gateway'),
  more: all('Тағы бар, барлығы:', 'Показаны не все, всего:', 'Not all are shown; in all:'),
  time: all('Уақыты', 'Время', 'Time'),
  source: all('Дереккөз', 'Источник', 'Source'),
  operation: all('Әрекет', 'Операция', 'Operation'),
  status: all('Күйі', 'Статус', 'Status'),
  nothingYet: all('Әзірге ешкім ештеңе сұраған жоқ.', 'Пока никто ничего не спрашивал.', 'Nobody has asked anything yet.'),
  asked: all('Сұралғаны:', 'Спросили:', 'Asked:'),
  closest: all('Ең жақыны:', 'Ближайшее:', 'Closest:'),
  wanted: all('Күтілгені:', 'Ожидалось:', 'Wanted:'),
  about: all('Не болады', 'Что происходит', 'What is played'),
  says: all('Шлюз не дейді', 'Что скажет шлюз', 'The gateway says'),
  refused: all(
    'Ештеңе өзгерген жоқ: мынаны түзетіңіз.',
    'Ничего не изменено: исправьте следующее.',
    'Nothing was changed: put this right.',
  ),
} as const

/** Where a near miss differs from what would have been answered. */
export const DIFFERS: Readonly<Record<string, Text>> = {
  path: all('мекенжайы басқа', 'другой адрес', 'another address'),
  method: all('әдісі басқа', 'другой метод', 'another method'),
  'content type': all('мазмұн түрі басқа', 'другой тип содержимого', 'another content type'),
  credentials: all('тіркелгі деректері жарамайды', 'учётные данные не подошли', 'other credentials'),
  fields: all('өрісі жетіспейді', 'не хватает поля', 'a field is missing'),
  signature: all('қолтаңбасы жарамайды', 'подпись не подошла', 'the signature does not stand'),
}

/** Titles of the sources; one that has none is called by its id. */
export const TITLES: Readonly<Record<string, Text>> = {
  'population-register': all('Тұрғындар тізілімі', 'Регистр населения', 'Population register'),
  diplomas: all('Дипломдар тізілімі', 'Реестр дипломов', 'Register of diplomas'),
  employment: all('Еңбек шарттарының тізілімі', 'Реестр трудовых договоров', 'Register of employment contracts'),
  'egov-portal': all('Электрондық үкімет порталы', 'Портал электронного правительства', 'E-government portal'),
  'knowledge-test': all('Ұлттық тестілеу орталығы', 'Национальный центр тестирования', 'National testing centre'),
  'education-quality': all('Білім сапасы журналы', 'Журнал качества образования', 'Journal of education quality'),
  'student-achievements': all('Білім алушылардың жетістіктері', 'Достижения обучающихся', 'Achievements of learners'),
  'teacher-achievements': all('Педагогтердің марапаттары', 'Награды педагогов', 'Awards of teachers'),
  'experience-generalisation': all('Педагогикалық тәжірибені жинақтау', 'Обобщение педагогического опыта', 'Generalised experience'),
  courses: all('Курстар тізілімі', 'Реестр курсов', 'Register of courses'),
  'leadership-reserve': all('Басшылар резерві', 'Резерв руководителей', 'Reserve of leaders'),
}
