import { iinFault } from '../../schemas/identifiers.ts'
import { type ErrorShape, PROMISED } from './contract.ts'
import { type Finding, keptUnless, NOT_APPLICABLE, notChecked } from './finding.ts'
import type { Resent } from './provoked.ts'
import type { Survey } from './survey.ts'
import { jsonOf, textOf } from './text.ts'
import type { Seen } from './witness.ts'

/* The promises about wrong questions: that they are refused, in which form, and that nobody is named then. */

const isText = (value: unknown) => typeof value === 'string'
const isNumber = (value: unknown) => typeof value === 'number'

function fieldsOf(answer: Seen): Readonly<Record<string, unknown>> {
  const body = jsonOf(answer)
  return typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {}
}

/** Whether an answer says in this form that something went wrong. */
const SHAPES: Readonly<Record<ErrorShape, (answer: Seen) => boolean>> = {
  // A bus that does not know its caller, or what he sends, says nothing at all.
  fault: (answer) => /<(?:[\w.-]+:)?Fault[\s>]/.test(textOf(answer)) || (answer.status < 500 && answer.bytes().length === 0),
  'error-object': (answer) => {
    const { type, description } = fieldsOf(answer)
    return isText(type) && isText(description)
  },
  spring: (answer) => {
    const { timestamp, status, error, path } = fieldsOf(answer)
    return isText(timestamp) && isNumber(status) && isText(error) && isText(path)
  },
  envelope: (answer) => {
    const { errorCode, errorMessage } = fieldsOf(answer)
    const told = errorMessage as { kk?: unknown; ru?: unknown } | null | undefined
    return errorCode !== undefined && errorCode !== 0 && isText(told?.kk) && isText(told?.ru)
  },
  problem: (answer) => /^application\/problem\+json/.test(answer.headers.get('content-type') ?? '') && isText(fieldsOf(answer).title),
  plain: (answer) => /^text\/plain/.test(answer.headers.get('content-type') ?? ''),
}

/** Whether a wrong question was refused, by the status or in the body. */
function isRefusal(answer: Seen, survey: Survey): boolean {
  const shape = PROMISED[survey.bench.adapter.id]?.errors
  return (
    (answer.status >= 400 && answer.status !== 404) ||
    (answer.status < 300 && shape !== undefined && shape !== 'plain' && SHAPES[shape](answer))
  )
}

function refused(answer: Resent | null, survey: Survey): Finding {
  if (answer === null) return NOT_APPLICABLE
  if (answer === 'silent') return notChecked('no_answer')
  return keptUnless(isRefusal(answer, survey) ? [] : [`status ${answer.status}`])
}

/** `auth.refused`: the bus says 401 and nothing else; the others as they like, as long as it is read as a refusal. */
export function authRefused({ provoked: { credentials }, bench }: Survey): Finding {
  if (!credentials) return NOT_APPLICABLE
  const { verdict, seen } = credentials
  if (!seen) return notChecked('no_answer')
  const isBus = bench.adapter.access.kind === 'sender'
  const isRight = isBus ? seen.status === 401 && !textOf(seen).includes('Envelope') : verdict?.reason === 'auth'
  return keptUnless(isRight ? [] : [verdict ? `${verdict.outcome}/${verdict.reason ?? ''}` : `status ${seen.status}`])
}

/** `auth.token`. */
export function authToken({ provoked: { token }, bench: { adapter } }: Survey): Finding {
  if (adapter.access.kind !== 'session') return NOT_APPLICABLE
  if (token === null || token === 'silent') return notChecked('no_answer')
  const isRight = [401, 403].includes(token.status) || textOf(token).includes('"authorizationFailed"')
  return keptUnless(isRight ? [] : [`status ${token.status}`])
}

/** `type.refused`. */
export function typeRefused(survey: Survey): Finding {
  return refused(survey.provoked.contentType, survey)
}

/** `field.refused`. */
export function fieldRefused(survey: Survey): Finding {
  return refused(survey.provoked.field, survey)
}

/** Every answer to a wrong question. */
function refusalsIn({ provoked }: Survey): readonly Seen[] {
  return [provoked.credentials?.seen, provoked.token, provoked.contentType, provoked.field].filter(
    (one) => one !== null && one !== undefined && one !== 'silent',
  )
}

/** `errors.form`. */
export function errorsForm(survey: Survey): Finding {
  const shape = PROMISED[survey.bench.adapter.id]?.errors
  if (!shape) return NOT_APPLICABLE
  const refusals = refusalsIn(survey).filter((answer) => isRefusal(answer, survey))
  if (refusals.length === 0) return notChecked('no_answer')
  const wrong = refusals.filter((answer) => !SHAPES[shape](answer))
  return keptUnless([...new Set(wrong.map(({ status }) => `status ${status}`))])
}

/** Whether a text names somebody: the person asked about, or any number that is one of a person. */
function names(text: string): boolean {
  return (text.match(/(?<!\d)\d{12}(?!\d)/g) ?? []).some((number) => iinFault(number) === null)
}

/** `privacy.errors`. */
export function privacyErrors(survey: Survey): Finding {
  const asked = [survey.known, survey.again, survey.nobody, survey.paged].flatMap((one) => one?.seen ?? [])
  const all = [...asked, ...refusalsIn(survey)]
  if (all.length === 0) return notChecked('no_answer')
  const failed = all.filter(({ status }) => status >= 400)
  const inBody = failed.filter((answer) => names(textOf(answer))).map(({ status }) => `body, status ${status}`)
  const inHeaders = all.flatMap(({ headers }) => [...headers].filter(([, value]) => names(value)).map(([name]) => `header ${name}`))
  return keptUnless([...new Set([...inBody, ...inHeaders])])
}
