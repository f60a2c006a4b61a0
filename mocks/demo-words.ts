/** A language of the demo. */
export type Language = 'kk' | 'ru' | 'en'

/** What the demo says itself; names of codes, sources and keys stay as they are in the API. */
interface Words {
  readonly head: string
  readonly sick: string
  readonly ended: string
  readonly channel: string
  readonly typed: string
  readonly notTyped: string
  readonly notConnected: string
  readonly sources: string
  readonly complete: string
  readonly readyToApply: string
  readonly because: string
  readonly yes: string
  readonly no: string
}

/** The words of the demo in each language. */
export const WORDS: Readonly<Record<Language, Words>> = {
  kk: {
    head: 'Портал арнасындағы бірінші санатты басшы: он бір дереккөздің бәрі жауап берді',
    sick: 'Дипломы жоқ сарапшы; тағы үш дереккөз ақаулы, әрқайсысы әртүрлі',
    ended: 'Санатының мерзімі өткен сарапшыға не жетіспейді: үш тілде',
    channel: 'арна',
    typed: 'қолмен енгізуге болады',
    notTyped: 'ештеңе енгізудің қажеті жоқ',
    notConnected: 'әлі бірде-бір дереккөзге қосылмаған',
    sources: 'дереккөздер',
    complete: 'толық',
    readyToApply: 'өтініш беруге дайын',
    because: 'себебі',
    yes: 'иә',
    no: 'жоқ',
  },
  ru: {
    head: 'Руководитель первой категории, канал портала: ответили все одиннадцать источников',
    sick: 'Эксперт без диплома; ещё три источника неисправны, каждый по-своему',
    ended: 'Чего не хватает эксперту, чья категория истекла: на трёх языках',
    channel: 'канал',
    typed: 'можно внести вручную',
    notTyped: 'вносить ничего не нужно',
    notConnected: 'пока не подключено ни к одному источнику',
    sources: 'источники',
    complete: 'собрано полностью',
    readyToApply: 'готово к подаче заявления',
    because: 'причина',
    yes: 'да',
    no: 'нет',
  },
  en: {
    head: 'A head of the first category on the portal channel: all eleven sources answered',
    sick: 'An expert without a diploma; three other sources are sick, each in its own way',
    ended: 'What is missing of an expert whose category has ended, in three languages',
    channel: 'channel',
    typed: 'may be entered',
    notTyped: 'nothing to enter',
    notConnected: 'not connected to any source yet',
    sources: 'sources',
    complete: 'complete',
    readyToApply: 'ready to apply',
    because: 'because',
    yes: 'yes',
    no: 'no',
  },
}

/** The language named, Kazakh where it is none of the three. */
export function languageOf(name: string): Language {
  return name === 'ru' || name === 'en' ? name : 'kk'
}
