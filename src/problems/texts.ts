import type { ProblemCode } from '../../schemas/problem.ts'
import type { Trilingual } from '../../schemas/trilingual.ts'

/** What a problem is called, and what happened and what to do about it. */
export interface ProblemText {
  readonly title: Trilingual
  readonly detail: Trilingual
}

/** The texts of every problem in the three languages. Never a value of the request, never an inner message. */
export const problemTexts: Readonly<Record<ProblemCode, ProblemText>> = {
  'validation.failed': {
    title: { kk: 'Сұрауда қате мән бар', ru: 'В запросе есть неверное значение', en: 'The request holds a wrong value' },
    detail: {
      kk: 'Сұрау оқылды, бірақ кейбір мәндер қабылданбады. errors тізімінде әр өрістің орны мен қатенің коды көрсетілген: оларды түзетіп, сұрауды қайта жіберіңіз.',
      ru: 'Запрос прочитан, но некоторые значения не приняты. В списке errors указаны место каждого поля и код ошибки: исправьте их и отправьте запрос снова.',
      en: 'The request was read, but some values were not accepted. The list errors names the place of each field and the code of its fault: correct them and send the request again.',
    },
  },
  'json.malformed': {
    title: { kk: 'JSON оқылмады', ru: 'JSON не читается', en: 'The JSON cannot be read' },
    detail: {
      kk: 'Сұраудың денесі UTF-8 кодтамасындағы дұрыс JSON емес немесе онда бір кілт екі рет кездеседі.',
      ru: 'Тело запроса не является правильным JSON в кодировке UTF-8, либо один и тот же ключ встречается в нём дважды.',
      en: 'The body of the request is no well-formed JSON in UTF-8, or it holds the same key twice.',
    },
  },
  'body.too-large': {
    title: { kk: 'Сұрау тым үлкен', ru: 'Запрос слишком велик', en: 'The request is too large' },
    detail: {
      kk: 'Сұраудың денесі рұқсат етілген көлемнен асады (JSON үшін 256 КиБ, құжат үшін 10 МиБ).',
      ru: 'Тело запроса больше допустимого (256 КиБ для JSON, 10 МиБ для документа).',
      en: 'The body of the request is longer than allowed (256 KiB for JSON, 10 MiB for a document).',
    },
  },
  'media-type.unsupported': {
    title: { kk: 'Деректердің түрі қабылданбайды', ru: 'Тип данных не поддерживается', en: 'The media type is not supported' },
    detail: {
      kk: 'Сұраудың денесін Content-Type: application/json тақырыбымен, UTF-8 кодтамасында жіберіңіз.',
      ru: 'Отправьте тело запроса с заголовком Content-Type: application/json, в кодировке UTF-8.',
      en: 'Send the body of the request with Content-Type: application/json, in UTF-8.',
    },
  },
  'method.not-allowed': {
    title: { kk: 'Бұл әдіс мұнда қолданылмайды', ru: 'Этот метод здесь не применяется', en: 'The method is not allowed here' },
    detail: {
      kk: 'Мекенжай бар, бірақ бұл HTTP әдісін қабылдамайды. Рұқсат етілген әдістер Allow тақырыбында.',
      ru: 'Адрес существует, но не принимает этот метод HTTP. Допустимые методы перечислены в заголовке Allow.',
      en: 'The address exists but does not take this HTTP method. The header Allow lists those that it takes.',
    },
  },
  'not-found': {
    title: { kk: 'Табылмады', ru: 'Не найдено', en: 'Not found' },
    detail: {
      kk: 'Бұл мекенжайда сізге қолжетімді ештеңе жоқ.',
      ru: 'По этому адресу нет ничего, что доступно вам.',
      en: 'There is nothing at this address that is open to you.',
    },
  },
  'auth.missing': {
    title: { kk: 'Қолжетімділік токені жоқ', ru: 'Нет токена доступа', en: 'The access token is missing' },
    detail: {
      kk: 'Authorization: Bearer тақырыбында қолжетімділік токенін жіберіңіз.',
      ru: 'Передайте токен доступа в заголовке Authorization: Bearer.',
      en: 'Send an access token in the header Authorization: Bearer.',
    },
  },
  'auth.invalid': {
    title: { kk: 'Қолжетімділік токені жарамсыз', ru: 'Токен доступа недействителен', en: 'The access token is not valid' },
    detail: {
      kk: 'Токеннің мерзімі өткен, қолтаңбасы тексеруден өтпеген немесе ол бұл қызметке арналмаған. Жаңа токен алып, сұрауды қайталаңыз.',
      ru: 'Срок токена истёк, его подпись не прошла проверку или он выдан не для этой службы. Получите новый токен и повторите запрос.',
      en: 'The token is past its time, its signature does not hold, or it was not issued for this service. Get a new token and repeat the request.',
    },
  },
  'auth.forbidden': {
    title: { kk: 'Бұл рөлге рұқсат жоқ', ru: 'Для этой роли доступ закрыт', en: 'The role may not do this' },
    detail: {
      kk: 'Токендегі рөлге бұл әрекетті орындауға рұқсат етілмейді.',
      ru: 'Роли, указанной в токене, это действие не разрешено.',
      en: 'The role in the token is not allowed to do this.',
    },
  },
  'idempotency.mismatch': {
    title: {
      kk: 'Idempotency-Key басқа сұрауға қолданылған',
      ru: 'Idempotency-Key уже использован для другого запроса',
      en: 'The Idempotency-Key belongs to another request',
    },
    detail: {
      kk: 'Осы кілтпен бұрын мазмұны басқа сұрау келген. Жаңа сұрау үшін жаңа кілт алыңыз.',
      ru: 'С этим ключом раньше пришёл запрос с другим содержанием. Для нового запроса возьмите новый ключ.',
      en: 'A request with other content came with this key before. Take a new key for a new request.',
    },
  },
  'idempotency.running': {
    title: { kk: 'Осы сұрау әлі орындалуда', ru: 'Этот запрос ещё выполняется', en: 'The request is still running' },
    detail: {
      kk: 'Осы Idempotency-Key бар бірінші сұрау әлі аяқталған жоқ. Сәл кейінірек сол кілтпен қайталаңыз.',
      ru: 'Первый запрос с этим Idempotency-Key ещё не завершён. Повторите чуть позже с тем же ключом.',
      en: 'The first request with this Idempotency-Key has not ended yet. Repeat it a little later with the same key.',
    },
  },
  'precondition.required': {
    title: { kk: 'If-Match тақырыбы қажет', ru: 'Нужен заголовок If-Match', en: 'If-Match is required' },
    detail: {
      kk: 'Өзгертудің алдында жазбаны оқып, оның ETag мәнін If-Match тақырыбында жіберіңіз.',
      ru: 'Прочитайте запись перед изменением и передайте её ETag в заголовке If-Match.',
      en: 'Read the entry before you change it, and send its ETag in If-Match.',
    },
  },
  'precondition.failed': {
    title: { kk: 'Жазба бұл арада өзгерген', ru: 'Запись за это время изменилась', en: 'The entry has changed meanwhile' },
    detail: {
      kk: 'If-Match тақырыбындағы нұсқа енді соңғысы емес. Жазбаны қайта оқып, шешімді жаңа нұсқа бойынша қабылдаңыз.',
      ru: 'Версия в If-Match уже не последняя. Прочитайте запись заново и примите решение по новой версии.',
      en: 'The version in If-Match is no longer the latest. Read the entry again and decide on the new version.',
    },
  },
  'portfolio.incomplete': {
    title: { kk: 'Портфолио толық жиналмады', ru: 'Портфолио собрано не полностью', en: 'The portfolio is not complete' },
    detail: {
      kk: 'Сіз тек толық жауапты сұрадыңыз (Prefer: handling=strict), ал кейбір дереккөздер жауап бермеді. Ештеңе сақталған жоқ. Кейінірек қайталаңыз немесе бұл талапсыз сұраңыз.',
      ru: 'Вы просили только полный ответ (Prefer: handling=strict), а некоторые источники не ответили. Ничего не сохранено. Повторите позже или запросите без этого условия.',
      en: 'You asked for a complete answer only (Prefer: handling=strict), and some sources did not answer. Nothing was stored. Repeat later, or ask without this condition.',
    },
  },
  'portfolio.not-ready': {
    title: { kk: 'Портфолио әлі дайын емес', ru: 'Портфолио ещё не готово', en: 'The portfolio is not ready' },
    detail: {
      kk: 'Портфолиода шешім қабылдауға кедергі болатын олқылықтар бар. completeness.because өрісінде олар аталған.',
      ru: 'В портфолио есть пробелы, которые мешают решению. Они названы в поле completeness.because.',
      en: 'The portfolio has gaps that stand in the way of a decision. They are named in completeness.because.',
    },
  },
  'portfolio.locked': {
    title: { kk: 'Портфолио мөрленген', ru: 'Портфолио запечатано', en: 'The portfolio is sealed' },
    detail: {
      kk: 'Портфолио комиссия үшін мөрленген, сондықтан оған жазба енгізуге болмайды. Өзгерту үшін алдымен портфолио қайта ашылуы керек.',
      ru: 'Портфолио запечатано для комиссии, поэтому вносить в него записи нельзя. Чтобы изменить его, сначала нужно открыть его снова.',
      en: 'The portfolio is sealed for the commission, so nothing can be entered. It has to be reopened first.',
    },
  },
  'gap.closed': {
    title: { kk: 'Бұл олқылық қолмен толтырылмайды', ru: 'Этот пробел не заполняется вручную', en: 'The gap takes no manual entry' },
    detail: {
      kk: 'Олқылық жабылған немесе ереже бойынша оған қолмен мән енгізуге болмайды.',
      ru: 'Пробел закрыт, либо по правилам значение в него не вносится вручную.',
      en: 'The gap is closed, or the rules do not let anybody type a value into it.',
    },
  },
  'evidence.type': {
    title: { kk: 'Құжаттың түрі қабылданбайды', ru: 'Такой вид документа не принимается', en: 'The kind of document is not accepted' },
    detail: {
      kk: 'Тек PDF, JPEG және PNG файлдары қабылданады. Файлдың түрі атауы бойынша емес, мазмұны бойынша тексеріледі.',
      ru: 'Принимаются только файлы PDF, JPEG и PNG. Вид файла проверяется по содержимому, а не по имени.',
      en: 'Only PDF, JPEG and PNG files are accepted. The kind is checked by the content, not by the name.',
    },
  },
  'drift.unreadable': {
    title: {
      kk: 'Бұл өзгерісті қабылдауға болмайды',
      ru: 'Это изменение принять нельзя',
      en: 'The change cannot be accepted',
    },
    detail: {
      kk: 'Шлюз бұл өрісті жаңа түрінде оқи алмайды немесе адам осы өріс арқылы табылады. Адаптердің жаңа нұсқасы не дереккөздің түзетуі қажет; оған дейін соңғы дұрыс жауап пайдаланылады.',
      ru: 'Шлюз не умеет читать это поле в новом виде, или по нему находят человека. Нужна новая версия адаптера или исправление на стороне источника; до тех пор служит последний верный ответ.',
      en: 'The gateway cannot read this field as it comes now, or people are found by it. It takes a new version of the adapter, or the source must mend it; until then the last good answer stands in.',
    },
  },
  'store.unavailable': {
    title: { kk: 'Деректер қоймасы жауап бермейді', ru: 'Хранилище не отвечает', en: 'The store does not answer' },
    detail: {
      kk: 'Шлюздің деректер қоймасы уақытша қолжетімсіз. Сұрауды сәл кейінірек қайталаңыз.',
      ru: 'Хранилище шлюза временно недоступно. Повторите запрос чуть позже.',
      en: 'The store of the gateway is out of reach for the moment. Repeat the request a little later.',
    },
  },
  overload: {
    title: { kk: 'Шлюз қазір сұрау қабылдамайды', ru: 'Шлюз сейчас не принимает запросы', en: 'The gateway takes no requests now' },
    detail: {
      kk: 'Шлюз тым көп сұрау өңдеп жатыр немесе тоқтатылып жатыр. Сұрауды сәл кейінірек қайталаңыз.',
      ru: 'Шлюз обрабатывает слишком много запросов или останавливается. Повторите запрос чуть позже.',
      en: 'The gateway is busy with too many requests, or it is stopping. Repeat the request a little later.',
    },
  },
  'rate-limited': {
    title: { kk: 'Сұраулар тым жиі', ru: 'Слишком много запросов', en: 'Too many requests' },
    detail: {
      kk: 'Рұқсат етілген сұраулар саны таусылды. Retry-After тақырыбындағы уақыт өткеннен кейін қайталаңыз.',
      ru: 'Допустимое число запросов исчерпано. Повторите по истечении времени из заголовка Retry-After.',
      en: 'The allowed number of requests is used up. Repeat after the time in the header Retry-After.',
    },
  },
  internal: {
    title: { kk: 'Шлюздегі ішкі қате', ru: 'Внутренняя ошибка шлюза', en: 'Internal error of the gateway' },
    detail: {
      kk: 'Шлюз сұрауды орындай алмады. Қайталап көріңіз; қате қайталанса, операторға traceId мәнін хабарлаңыз.',
      ru: 'Шлюз не смог выполнить запрос. Попробуйте ещё раз; если ошибка повторится, сообщите оператору значение traceId.',
      en: 'The gateway could not carry out the request. Try again; if it happens once more, tell the operator the traceId.',
    },
  },
}
