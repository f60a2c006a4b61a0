import { ALIEN, type Bend, bentText, LEFT_OUT, RENAMED } from './bends.ts'
import { eventsOf, type Told } from './events-of.ts'
import type { Fault, Trial } from './fault.ts'
import type { Meddler } from './meddler.ts'
import { isAboutData, meddledRig, textOf, withBody } from './playing.ts'
import { governmentFor, type Rig } from './rig.ts'

/* What an operator is told when the shape of an answer changes, U22–U25: by the very next answer, with the key that it is about. */

type Change = 'missing' | 'renamed' | 'new_field' | 'retyped'

const BENDS: Readonly<Record<Change, Bend>> = {
  missing: LEFT_OUT,
  renamed: RENAMED,
  new_field: (value) => ['', value],
  retyped: () => ['', { unexpected: ALIEN }],
}
/** A key that is mandatory and one that is not, of a source in JSON and of one in XML. */
const KEYS: Readonly<Record<string, readonly [mandatory: string, other: string]>> = {
  courses: ['finishDate', 'certificateNo'],
  diplomas: ['number', 'registrationNumber'],
}
/** After so many answers it is known what is usual. */
const USUAL = 21

function withMoreIn(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value.map((item) => withMoreIn(item, key))
  if (typeof value !== 'object' || value === null) return value
  const items = Object.entries(value).map(([name, item]) => [name, withMoreIn(item, key)])
  return { ...Object.fromEntries(items), ...(key in value && { extraKey: ALIEN }) }
}

/** The answer with one more key beside each of that name. */
function withMore(text: string, key: string): string {
  if (text.startsWith('<')) return text.replaceAll(`<${key}>`, `<extraKey>${ALIEN}</extraKey><${key}>`)
  return JSON.stringify(withMoreIn(JSON.parse(text), key))
}

/** Whether one of the events tells of the change of this key; `isMandatory`: as one that takes the answer away. */
function isToldOf(told: readonly Told[], change: Change, key: string, isMandatory: boolean): boolean {
  const isBreaking = isMandatory || change === 'retyped'
  const kind = change === 'new_field' ? 'drift_info' : isBreaking ? 'drift' : 'drift_warning'
  const named = change === 'new_field' ? 'extraKey' : key
  return told.some((one) => {
    const isHinted = change !== 'renamed' || one.looksLike === `${key}New`
    return one.kind === kind && one.field === named && (one.change ?? 'missing') === change && isHinted
  })
}

async function changed(rig: Rig, meddler: Meddler, source: string, key: string, change: Change): Promise<readonly Told[]> {
  const before = eventsOf(rig, source, 'drift').length
  const bend = (text: string) => (change === 'new_field' ? withMore(text, key) : bentText(text, key, BENDS[change]))
  meddler.meddle({ answer: (passed, question) => (isAboutData(question) ? withBody(passed, bend(textOf(passed))) : passed) })
  await rig.ask({ caseId: `${change}-${key}`, waitSeconds: 10 })
  meddler.meddle({})
  return eventsOf(rig, source, 'drift').slice(before)
}

/** A source whose answers are known, and then one of another shape. */
export function telling(change: Change): Fault['play'] {
  return async (trial: Trial) => {
    const government = await governmentFor(trial)
    for (const [source, keys] of Object.entries(KEYS)) {
      const { rig, meddler } = await meddledRig(trial, source, { government })
      for (let count = 0; count < USUAL; count++) await rig.ask({ caseId: `usual-${count}`, waitSeconds: 10 })
      trial.holds('O2', eventsOf(rig, source, 'drift').length === 0, `${source} is told to have changed before it did`)
      for (const key of change === 'new_field' ? keys.slice(0, 1) : keys) {
        const told = await changed(rig, meddler, source, key, change)
        const came = told.map((one) => `${one.kind} ${one.change ?? 'missing'} ${one.field} ${one.looksLike ?? ''}`).join(', ')
        trial.holds('O2', isToldOf(told, change, key, key === keys[0]), `${key} of ${source} ${change}, told: ${came}`)
      }
      trial.holds('O4', !rig.stack.logged.some((line) => line.includes(ALIEN)), `a value of ${source} in the log`)
      await rig.inspect()
    }
  }
}
