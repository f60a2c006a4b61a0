import type { DriftKind, DriftSeverity } from '../../schemas/drift.ts'
import type { ChainStepName } from '../../schemas/explanation.ts'
import type { GapActor } from '../../schemas/gap.ts'
import type { SectionStatus } from '../../schemas/section.ts'
import type { Trilingual } from '../../schemas/trilingual.ts'

/** The steps of a chain. */
export const stepWords: Readonly<Record<ChainStepName, Trilingual>> = {
  rule: { kk: 'Ереже', ru: 'Правило', en: 'Rule' },
  item: { kk: 'Талап', ru: 'Требование', en: 'Item' },
  asked: { kk: 'Сұрау', ru: 'Запрос', en: 'Asked' },
  records: { kk: 'Жазбалар', ru: 'Записи', en: 'Records' },
  verdict: { kk: 'Қорытынды', ru: 'Вывод', en: 'Verdict' },
}

/** Who must act. */
export const actorWords: Readonly<Record<GapActor, Trilingual>> = {
  responsible_person: { kk: 'жауапты тұлға', ru: 'ответственное лицо', en: 'responsible person' },
  teacher: { kk: 'педагог', ru: 'педагог', en: 'teacher' },
  source: { kk: 'дереккөздің иесі', ru: 'владелец источника', en: 'owner of the source' },
  operator: { kk: 'жүйе операторы', ru: 'оператор системы', en: 'operator' },
}

/** How far a section has come. */
export const statusWords: Readonly<Record<SectionStatus, Trilingual & { readonly mark: string }>> = {
  found: { mark: '✔', kk: 'табылды', ru: 'найдено', en: 'found' },
  partial: { mark: '◐', kk: 'ішінара', ru: 'частично', en: 'partial' },
  empty: { mark: '∅', kk: 'бос', ru: 'пусто', en: 'empty' },
  pending: { mark: '…', kk: 'жауап күтілуде', ru: 'ожидает ответа', en: 'pending' },
  not_asked: { mark: '–', kk: 'сұралмады', ru: 'не запрошено', en: 'not asked' },
  not_applicable: { mark: '·', kk: 'қолданылмайды', ru: 'не применяется', en: 'not applicable' },
}

/** What changed in the shape of what a source sends. */
export const driftWords: Readonly<Record<DriftKind, Trilingual>> = {
  missing: { kk: 'өріс жоқ', ru: 'поле пропало', en: 'missing' },
  renamed: { kk: 'өрістің аты өзгерген', ru: 'поле переименовано', en: 'renamed' },
  retyped: { kk: 'мәннің түрі өзгерген', ru: 'другой тип значения', en: 'another type' },
  null_rate: { kk: 'бос мән жиілеген', ru: 'чаще пусто', en: 'empty more often' },
  new_enum: { kk: 'жаңа код', ru: 'новый код', en: 'new code' },
  new_field: { kk: 'жаңа өріс', ru: 'новое поле', en: 'new field' },
}

/** How much a change matters. */
export const severityWords: Readonly<Record<DriftSeverity, Trilingual>> = {
  breaking: { kk: 'оқылмайды', ru: 'не читается', en: 'breaking' },
  warning: { kk: 'назар аударыңыз', ru: 'внимание', en: 'warning' },
  info: { kk: 'мәлімет', ru: 'к сведению', en: 'info' },
}

/** What operators order about a source. */
export const actionWords = {
  pause: { kk: 'сұрау тоқтатылған', ru: 'запросы остановлены', en: 'paused' },
  mute: { kk: 'дабылы өшірілген', ru: 'оповещения отключены', en: 'alerts muted' },
  maintenance: { kk: 'жоспарлы жұмыс', ru: 'плановые работы', en: 'planned work' },
  open: { kk: 'ажыратқыш қолмен ашылған', ru: 'предохранитель разомкнут вручную', en: 'breaker held open' },
  closed: { kk: 'ажыратқыш қолмен жабылған', ru: 'предохранитель замкнут вручную', en: 'breaker held closed' },
} as const satisfies Readonly<Record<string, Trilingual>>

/** Headings and labels. */
export const words = {
  sections: { kk: 'Бөлімдер', ru: 'Разделы', en: 'Sections' },
  gaps: { kk: 'Олқылықтар', ru: 'Пробелы', en: 'Gaps' },
  sources: { kk: 'Дереккөздер', ru: 'Источники', en: 'Sources' },
  teacher: { kk: 'Педагог', ru: 'Педагог', en: 'Teacher' },
  claimed: { kk: 'Мәлімделгені', ru: 'Заявлено', en: 'Claimed' },
  typed: { kk: 'қолмен енгізуге болады', ru: 'можно внести вручную', en: 'may be entered by hand' },
  untyped: { kk: 'қолмен енгізілмейді', ru: 'вручную не вносится', en: 'not entered by hand' },
  blocking: { kk: 'кедергі', ru: 'препятствует', en: 'blocks' },
  readyToApply: { kk: 'Өтініш беруге дайын', ru: 'Готово к подаче заявления', en: 'Ready to apply' },
  ready: { kk: 'Шешімге дайын', ru: 'Готово к решению', en: 'Ready for the decision' },
  because: { kk: 'Кедергілер', ru: 'Препятствия', en: 'In the way' },
  yes: { kk: 'иә', ru: 'да', en: 'yes' },
  no: { kk: 'жоқ', ru: 'нет', en: 'no' },
  noGaps: { kk: 'Олқылық жоқ.', ru: 'Пробелов нет.', en: 'There are no gaps.' },
  gateway: { kk: 'Шлюз', ru: 'Шлюз', en: 'Gateway' },
  takesRequests: { kk: 'сұрау қабылдайды', ru: 'принимает запросы', en: 'takes requests' },
  state: { kk: 'күйі', ru: 'состояние', en: 'state' },
  breaker: { kk: 'ажыратқыш', ru: 'предохранитель', en: 'breaker' },
  lastSuccess: { kk: 'соңғы сәтті жауап', ru: 'последний успех', en: 'last success' },
  lastFailure: { kk: 'соңғы сәтсіздік', ru: 'последняя неудача', en: 'last failure' },
  latency: { kk: 'кідіріс p50/p95/p99, мс', ru: 'задержка p50/p95/p99, мс', en: 'latency p50/p95/p99, ms' },
  window: { kk: 'соңғы сағат', ru: 'последний час', en: 'last hour' },
  drift: { kk: 'құрылым өзгерісі', ru: 'изменение структуры', en: 'drift' },
  looksLike: { kk: 'мынаған ұқсайды:', ru: 'похоже на', en: 'looks like' },
  rejectedBy: { kk: 'қабылдамаған', ru: 'отклонено:', en: 'rejected by' },
  noDrift: { kk: 'Құрылым өзгерісі жоқ.', ru: 'Изменений структуры нет.', en: 'No shape has changed.' },
  driftAccepted: {
    kk: 'қабылданды, бұдан былай қалыпты саналады',
    ru: 'принято, отныне считается обычным',
    en: 'accepted, usual from now on',
  },
  driftRejected: {
    kk: 'қабылданбады; мұндай жауаптардың орнына соңғы дұрыс жауап тұрады',
    ru: 'отклонено; вместо таких ответов служит последний верный ответ',
    en: 'rejected; the last good answer stands in for such replies',
  },
  orders: { kk: 'оператор өкімдері', ru: 'распоряжения операторов', en: 'ordered by operators' },
  until: { kk: 'аяқталуы:', ru: 'до', en: 'until' },
  endless: { kk: 'мерзімсіз', ru: 'без срока', en: 'no end set' },
  affects: { kk: 'қатысты бөлімдер', ru: 'затрагивает разделы', en: 'affects' },
  maintenance: { kk: 'жоспарлы жұмыстар', ru: 'плановые работы', en: 'maintenance' },
  asExpected: { kk: 'күтілгендей', ru: 'как ожидалось', en: 'as expected' },
  differs: { kk: 'күтілгеннен өзгеше', ru: 'отличается от ожидаемого', en: 'differs from what is expected' },
  nothingExpected: {
    kk: 'күтілетіні әлі жазылмаған (--accept жазады)',
    ru: 'ожидаемое ещё не записано (запишет --accept)',
    en: 'nothing is expected yet (--accept writes it)',
  },
  notRecorded: { kk: 'жазылмаған сұрақ қойылды', ru: 'спрошено то, чего нет в записи', en: 'asked what was not recorded' },
  accepted: { kk: 'күтілетіні жазылды', ru: 'ожидаемое записано', en: 'written as expected' },
  written: { kk: 'жазылды', ru: 'записано', en: 'written' },
  taken: { kk: 'алынған жауап', ru: 'взято ответов', en: 'answers taken' },
  leftOut: { kk: 'алынбаған жауап', ru: 'не взято ответов', en: 'answers left out' },
  elsewhere: { kk: 'басқа мекенжайлар', ru: 'другие адреса', en: 'other addresses' },
  others: { kk: 'басқа адамдар туралы', ru: 'о других людях', en: 'about other persons' },
  bodiless: { kk: 'денесі мұрағатта жоқ', ru: 'без тела в архиве', en: 'without their body in the archive' },
  redacted: { kk: 'ауыстырылған мәндер', ru: 'заменено значений', en: 'values replaced' },
  numbers: { kk: 'нөмір', ru: 'номера', en: 'numbers' },
  days: { kk: 'күн', ru: 'даты', en: 'days' },
  texts: { kk: 'мәтін', ru: 'тексты', en: 'texts' },
  testWritten: { kk: 'тест жазылды', ru: 'тест записан', en: 'test written' },
} as const satisfies Readonly<Record<string, Trilingual>>
