import { QUIRKS } from '../../../mocks/catalogue.ts'
import type { Fault } from '../fault.ts'
import { playing, type Spared } from '../playing.ts'

/*
 * Every quirk of the wire by each scenario that plays it, on each source that it fits: the outcome that is promised, and the facts that
 * the quirk must not spoil. Q31, which no scenario plays, stands with TLS.
 */

const PROMISES: Readonly<Record<string, string>> = {
  Q01: 'calls a page of a proxy a page, whatever was asked for',
  Q02: 'takes no page for data because its status is 200',
  Q03: 'reads the fault and not the status above it',
  Q04: 'knows success by each of its names',
  Q05: 'repairs what was read as Latin-1, and only that',
  Q06: 'reads windows-1251 where it is declared, and refuses it where not',
  Q06b: 'reads the Kazakh code page letter by letter',
  Q07: 'drops a byte order mark',
  Q08: 'finds elements whatever their prefix and shape',
  Q09: 'reads a document inside of a document as text',
  Q10: 'reads a document in CDATA',
  Q11: 'takes one for a list of one where the contract has an element, and for no list where it has a list',
  Q12: 'takes nil, blank and dash for nothing, and spares the rest',
  Q13: 'calls a processed question without records empty',
  Q14: 'gives a number its zeros back where it then is the one asked about',
  Q15: 'strips a decimal end, and refuses an exponent',
  Q16: 'keeps look-alike letters as they came, and takes nobody for another person',
  Q17: 'keeps Russian letters as they came, and takes nobody for another person',
  Q18: 'takes every spelling of no patronymic for none',
  Q19: 'reads a day in each format of its list',
  Q20: 'moves no day by a zone',
  Q21: 'misses the one misspelt key and nothing else',
  Q22: 'accepts an answer that names nobody, with a mark',
  Q23: 'uses nothing of an answer about somebody else',
  Q24: 'finds every row once whatever the order of pages',
  Q25: 'asks for smaller pages where a size is refused',
  Q26: 'finds the few rows that are wanted among thousands',
  Q27: 'keeps the records beside one that holds errors',
  Q28: 'says that it comes later',
  Q29: 'shows a record once however often it comes',
  Q30: 'tells refused credentials apart, and goes on',
  Q32: 'takes what comes in time, and ends the rest at its own limit',
  Q33: 'says that the source is away, and never that it has nothing',
  Q34: 'unpacks what nobody called packed',
  Q35: 'reads no body that is cut',
  Q36: 'takes no body for no answer',
  Q37: 'is not misled by references to carriage returns',
  Q38: 'keeps a fact whose inner signature is broken, and says so',
  Q39: 'passes on that the provider’s certificate is not current, without asking again and again',
  Q40: 'reads elements by name and not by place',
  Q41: 'compares ids without braces',
  Q42: 'tells a changed schema, and guesses nothing',
  Q43: 'passes no inner text on',
  Q44: 'drops control characters, and keeps the text around them',
  Q45: 'refuses reserved names',
}

/** What a scenario changes in the facts by its nature. */
const CHANGES: Readonly<Record<string, Spared>> = {
  // The export itself has no Kazakh letter left.
  ...{ cp1251: 'spelt', 'json-1251': 'spelt', 'cp1251-drop': 'spelt', lookalikes: 'spelt', 'kk-as-ru': 'spelt' },
  ...{ 'nil-and-blank': 'less', 'typo-key': 'less', 'one-record': 'some' },
  // An award that no dictionary has is known by its id alone.
  'award-unknown': 'other',
}

export const quirks: readonly Fault[] = Object.keys(QUIRKS)
  .filter((id) => PROMISES[id] !== undefined)
  .map((id) => playing(id, PROMISES[id] ?? '', (scenario) => CHANGES[scenario] ?? 'all'))
