import type { GapActor, GapCode } from '../../../schemas/gap.ts'
import type { SectionId } from '../../../schemas/section.ts'
import type { Trilingual } from '../../../schemas/trilingual.ts'
import { causeOf } from './causes.ts'
import { evidenceFor } from './evidence.ts'
import { fieldName } from './fields.ts'
import { stepOf } from './steps.ts'

/** What the text of a gap is made of. */
export interface GapContext {
  readonly code: GapCode
  readonly section: SectionId
  readonly title: Trilingual
  readonly pointer: string | null
  readonly actor: GapActor
  readonly manualEntry: boolean
}

/** Texts made before: they depend on a closed list of words and on pointers, of which bad records may bring ever new ones. */
const made = new Map<string, Trilingual>()
const MOST_MADE = 5000

/** The text of a gap for a school secretary: what is missing, why, who must act, and which document proves it. The same object for the same words. */
export function gapText(context: GapContext): Trilingual {
  const { code, section, title, pointer, actor, manualEntry } = context
  const key = `${code} ${section} ${title.en} ${code === 'incomplete' ? pointer : ''} ${actor} ${manualEntry}`
  const known = made.get(key)
  if (known) return known
  const text = compose(context)
  if (made.size < MOST_MADE) made.set(key, text)
  return text
}

function compose({ code, section, title, pointer, actor, manualEntry }: GapContext): Trilingual {
  const cause = causeOf(code, section)
  const step = stepOf(code, section, actor, manualEntry)
  const evidence = step.document ? evidenceFor(section) : null
  const field = code === 'incomplete' && pointer ? fieldName(pointer) : null
  const sentence = (language: keyof Trilingual) => {
    const missing = field ? ` ${field[language]}.` : ''
    const proof = evidence ? ` ${evidence[language]}` : ''
    return `«${title[language]}»: ${cause[language]}${missing} ${step.text[language]}${proof}`
  }
  return { kk: sentence('kk'), ru: sentence('ru'), en: sentence('en') }
}
