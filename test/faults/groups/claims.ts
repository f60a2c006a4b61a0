import fc from 'fast-check'
import { iinFault } from '../../../schemas/identifiers.ts'
import { Problem } from '../../../schemas/problem.ts'
import { type Counted, createCounted, realStore } from '../counted.ts'
import type { Fault, Trial } from '../fault.ts'

/* What a caller may do wrong with a person number and with a key of idempotency, C1–C4. */

/** Of a property in one trial: more come by more runs. */
const CASES = 300
const TWINS = 100
/** Shorter ones stand in an answer by chance. */
const TELLING = 6

const digits = (length: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })
const anyDigits = fc.oneof(...[10, 11, 12, 13, 14, 24].map(digits))
/** Numbers as people, forms and attackers write them wrongly, and what is no text at all. */
const malformed: fc.Arbitrary<unknown> = fc.oneof(
  anyDigits,
  digits(12).map((text) => text.replace(/[05]/g, 'О')),
  digits(12).map((text) => text.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)))),
  digits(12).map((text) => text.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))),
  digits(12).map((text) => ` ${text}`),
  digits(12).map((text) => `${text}\n`),
  digits(12).map((text) => `${text.slice(0, 6)} ${text.slice(6)}`),
  digits(12).map((text) => `${text.slice(0, 6)}${text.charCodeAt(0) % 2 === 0 ? 0 : 7}${text.slice(7)}`),
  digits(8).map((rest) => `9913${rest}`),
  digits(8).map((rest) => `990230${rest}`.slice(0, 12)),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 14 }),
  digits(12).map(Number),
  fc.constantFrom(null, true, [], {}, ['870312400015'], { toString: '870312400015' }, undefined),
)

/** Of a value and of what stands in it, what is long enough to be known again in an answer. */
function tellingIn(value: unknown): string | null {
  const text = (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).replace(/["\\]/g, '').trim()
  return text.length >= TELLING ? text : null
}

async function refusesNumber(trial: Trial, { stack, claim, calls }: Counted, iin: unknown): Promise<void> {
  const response = await stack.collect({ ...claim(), iin })
  const text = await response.text()
  const problem = Problem.safeParse(JSON.parse(text))
  const places = problem.data?.errors?.map(({ pointer }) => pointer.split('/')[1])
  trial.holds('O2', response.status === 422 && places?.includes('iin') === true, `status ${response.status}, no place of the fault`)
  const telling = tellingIn(iin)
  const echoed = telling !== null && [text, ...stack.logged].some((said) => said.includes(telling))
  trial.holds('O4', !echoed, 'the value comes back')
  trial.holds('O3', calls() === 0, 'a source was asked')
}

interface Posted {
  readonly status: number
  readonly code: string | null
  readonly isReplayed: boolean
  readonly text: string
}

async function post({ stack }: Counted, body: unknown, key: string, token = 'platform'): Promise<Posted> {
  const response = await stack.send('POST', '/v1/portfolios', { body, token, headers: { 'idempotency-key': key } })
  const text = await response.text()
  const { code = null } = JSON.parse(text) as { code?: string }
  return { status: response.status, code, isReplayed: response.headers.get('idempotent-replayed') === 'true', text }
}

/** How often a portfolio was collected: each time makes a version, or leaves the last one newer. */
async function revisionOf({ stack }: Counted, { text }: Posted): Promise<number> {
  const { id } = JSON.parse(text) as { id: string }
  return (await stack.store.portfolios.latest(id))?.revision ?? 0
}

const keyOf = (trial: Trial, name: string) => `${name}-${trial.seed}-${Math.floor(trial.random() * 1e9)}`

export const claims: readonly Fault[] = [
  {
    id: 'C1',
    promise: 'refuses a malformed person number by its place, never repeats it, and asks nobody',
    async play(trial) {
      const counted = createCounted(trial)
      const wrong = malformed.filter((value) => typeof value !== 'string' || iinFault(value) !== null)
      const property = fc.asyncProperty(wrong, (iin) => refusesNumber(trial, counted, iin))
      await fc.assert(property, { numRuns: CASES, seed: trial.seed })
      await counted.inspect()
    },
  },
  {
    id: 'C2',
    promise: 'answers a repeated key with the first answer, and does nothing again',
    async play(trial) {
      const counted = createCounted(trial, { store: await realStore() })
      const key = keyOf(trial, 'again')
      const first = await post(counted, counted.claim(), key)
      trial.holds('O2', first.status === 201 && !first.isReplayed, `the first is ${first.status}`)
      const asked = counted.calls()
      for (let count = 0; count < 5; count++) {
        const again = await post(counted, counted.claim(), key)
        trial.holds('O3', again.isReplayed && again.status === 201 && again.text === first.text, 'another answer than the first')
      }
      trial.holds('O3', counted.calls() === asked && (await revisionOf(counted, first)) === 1, 'an effect twice')
      await counted.inspect()
    },
  },
  {
    id: 'C3',
    promise: 'refuses a key with another body, and never answers one caller with what another one was told',
    async play(trial) {
      const counted = createCounted(trial, { store: await realStore() })
      const key = keyOf(trial, 'shared')
      const first = await post(counted, counted.claim(), key)
      const asked = counted.calls()
      const others = [counted.claim(1), { ...counted.claim(), caseId: 'another' }, `${JSON.stringify(counted.claim())} `, '{}']
      for (const body of others) {
        const refused = await post(counted, body, key)
        const isRefused = refused.status === 422 && ['idempotency.mismatch', 'validation.failed'].includes(refused.code ?? '')
        trial.holds('O3', isRefused && !refused.isReplayed, `another body is ${refused.status} ${refused.code}`)
      }
      trial.holds('O3', counted.calls() === asked, 'a source was asked for a refused body')
      const foreign = await post(counted, counted.claim(1), key, 'platform:2')
      trial.holds('O4', foreign.status === 201 && !foreign.isReplayed, `another caller has ${foreign.status}`)
      const own = await post(counted, counted.claim(), key)
      trial.holds('O3', own.isReplayed && own.text === first.text, 'the first caller lost its answer')
      await counted.inspect()
    },
  },
  {
    id: 'C4',
    promise: 'runs one of a hundred twins, and tells the others so',
    async play(trial) {
      const counted = createCounted(trial, { store: await realStore() })
      const key = keyOf(trial, 'twins')
      const twins = await Promise.all(Array.from({ length: TWINS }, () => post(counted, counted.claim(), key)))
      const ran = twins.filter(({ status, isReplayed }) => status === 201 && !isReplayed)
      trial.holds('O3', ran.length === 1, `${ran.length} of the twins ran`)
      const told = twins.filter(({ isReplayed, code }) => isReplayed || code === 'idempotency.running')
      trial.holds('O2', told.length === TWINS - 1, `${told.length} of the others were told why not`)
      const [first] = ran
      trial.holds('O3', first !== undefined && (await revisionOf(counted, first)) === 1, 'an effect twice')
      const after = await post(counted, counted.claim(), key)
      trial.holds('O3', after.isReplayed && after.text === first?.text, 'another answer after the twins')
      await counted.inspect()
    },
  },
]
