import { http } from 'msw'
import { bend, type Spots, type WireRecord } from '../bend.ts'
import { type Mock, playing } from '../mock.ts'
import { type Call, json, play } from '../play.ts'
import { ERRORS_JOINED } from '../plays.ts'
import type { World } from '../world.ts'
import { attemptsIn, attemptsOf } from './records.ts'

const ID = 'knowledge-test'
const CREDENTIALS = { token: 'mock-only-testing-centre' }
const SPOTS: Spots = {
  subject: 'iin',
  names: ['language'],
  drift: 'testDate',
  typed: 'testDate',
  text: 'positionCode',
  code: 'attemptKind',
  blanks: ['subjectCode', 'language', 'attemptKind'],
}
/** Codes of errors under a good status. */
const ERRORS: Readonly<Record<string, number | string>> = { 'fault-200': 17, 'error-code-text': 'SERVICE_CLOSED' }

interface Question {
  readonly iin?: unknown
  readonly testYear?: unknown
  readonly certificateNo?: unknown
}

const WANTS = { type: 'application/json', credentials: 'header X-Api-Key' }

function said(data: unknown): Response {
  return json({ errorCode: 0, errorMessage: null, data })
}

function refused(errorCode: number | string, status: number, ru = 'Ошибка (пример)', kk = 'Қате (мысал)'): Response {
  return json({ errorCode, errorMessage: { kk, ru }, data: null }, status)
}

const nothing = () => refused('NOT_FOUND', 404, 'Результат не найден', 'Нәтиже табылмады')

function questionIn(body: string): Question {
  try {
    return JSON.parse(body) as Question
  } catch {
    return {}
  }
}

function iinIn(body: string): string | null {
  const { iin } = questionIn(body)
  return typeof iin === 'string' && /^\d{12}$/.test(iin) ? iin : null
}

function refusal({ request, body, scenario }: Call): Response | null {
  if (request.headers.get('x-api-key') !== CREDENTIALS.token) return refused('UNAUTHORIZED', 401)
  if (!request.headers.get('content-type')?.startsWith('application/json')) return refused('CONTENT_TYPE', 415)
  if (!iinIn(body)) return refused('BAD_REQUEST', 400)
  const error = ERRORS[scenario]
  return error === undefined ? null : refused(error, 200)
}

/** The person stands beside the attempts: for bending it is laid into each, and taken out again. */
function bent(attempts: readonly WireRecord[], iin: string, scenario: string, { cast }: World): Response {
  const stranger = cast.find((one) => one.iin !== iin)?.iin ?? ''
  const records = bend(
    scenario,
    attempts.map((attempt) => ({ iin, ...attempt })),
    SPOTS,
    stranger,
  )
  if (records.length === 0) return nothing()
  return said({ iin: records[0]?.iin, attempts: records.map(({ iin: _, ...attempt }) => attempt) })
}

function search(call: Call, world: World): Response {
  const refusedBy = refusal(call)
  if (refusedBy) return refusedBy
  const iin = iinIn(call.body) ?? ''
  const { testYear } = questionIn(call.body)
  if (typeof testYear !== 'number' || !Number.isInteger(testYear)) return refused('BAD_REQUEST', 400)
  const isLast = testYear < Number(world.today.slice(0, 4))
  if (call.scenario === 'year-missing' && isLast) return refused('INTERNAL', 500)
  const person = world.byIin.get(iin)
  return bent(person ? attemptsIn(testYear, person, world.today) : [], iin, call.scenario, world)
}

/** Whether a certificate stands: not annulled, and no appeal has given another one in its place. */
function verify(call: Call, world: World): Response {
  const refusedBy = refusal(call)
  if (refusedBy) return refusedBy
  const { certificateNo } = questionIn(call.body)
  if (typeof certificateNo !== 'string' || certificateNo === '') return refused('BAD_REQUEST', 400)
  const person = world.byIin.get(iinIn(call.body) ?? '')
  const attempts = person ? attemptsOf(person, world.today) : []
  const attempt = attempts.find((one) => one.certificateNo === certificateNo)
  if (!attempt) return nothing()
  const isReplaced = attempt.attemptKind !== 'appeal' && attempts.some(({ attemptKind }) => attemptKind === 'appeal')
  return said({ certificateNo, valid: !attempt.annulled && !isReplaced, attempt })
}

/** The testing centre: attempts by person and year, and certificates one by one. */
export const mock: Mock = {
  id: ID,
  credentials: CREDENTIALS,
  traits: ['person', 'records', 'rows', 'days', 'codes', 'json'],
  plays: [
    ERRORS_JOINED,
    playing('error-code-text', 'U20', 'an error code as text with status 200', ['unavailable', 'remote_error']),
    playing('year-missing', '', 'one of the two years fails', ['unavailable', 'http_5xx']),
  ],
  open(world) {
    const attempts = play(world, {
      source: ID,
      operation: 'attempts',
      wants: { ...WANTS, fields: 'iin (12 digits as text), testYear (whole number)' },
      iinOf: iinIn,
      answer: (call) => search(call, world),
    })
    const certificates = play(world, {
      source: ID,
      operation: 'verify',
      wants: { ...WANTS, fields: 'certificateNo, iin' },
      iinOf: iinIn,
      answer: (call) => verify(call, world),
    })
    return {
      handlers: [
        http.post(`*/${ID}/certificate/api/v1/ozp/search`, attempts),
        http.post(`*/${ID}/certificate/api/v1/ozp/verify`, certificates),
      ],
    }
  },
}
