import type { RecordedRequest } from './cassette.ts'
import { leavesOf } from './leaves.ts'

/** A question in the form in which two of them are compared. */
export interface Question {
  /** What is asked, piece by piece: `method`, `path`, `query page`, and each value of the body by its place. */
  readonly leaves: ReadonlyMap<string, string>
  /** Ids of ours that the source repeats, by their place. */
  readonly ids: ReadonlyMap<string, string>
  /** All leaves as one text. */
  readonly key: string
  /** Asked only in case it changed: such an answer fits nobody else. */
  readonly conditional: boolean
}

/** What stands in place of what differs from call to call, or says who asks. */
const ANY = '*'
/** New for each call (wire formats, 1.1 and 2). */
const IDS = new Set(['messageId', 'correlationId', 'sessionId'])
const TIMES = new Set(['messageDate', 'requestDate', 'notificationDate'])
/** Who asks, and with whose consent: whether it was said counts, its value does not. */
const SECRETS = new Set(['username', 'password', 'senderId', 'client_id', 'client_secret', 'kdpToken', 'publicKey'])
const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/gi
const INSTANT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?/g

function nameOf(place: string): string {
  return place.slice(Math.max(place.lastIndexOf('/'), place.lastIndexOf(' ')) + 1)
}

function masked(place: string, value: string): string {
  const name = nameOf(place)
  if (IDS.has(name) || TIMES.has(name) || SECRETS.has(name)) return ANY
  return value.replace(UUID, ANY).replace(INSTANT, ANY)
}

/** A recorded or a present question for comparing. Paging, dates and years count. */
export function questionOf({ method, path, headers, body }: RecordedRequest): Question {
  const [place = '', query = ''] = path.split(/\?(.*)/s)
  const asked: [string, string][] = [
    ['method', method],
    ['path', place],
  ]
  for (const [name, value] of new URLSearchParams(query)) asked.push([`query ${name}`, value])
  const said = body === null ? [] : leavesOf(body, headers['content-type'] ?? '')
  const leaves = [...asked, ...said].map(([name, value]) => [name, masked(name, value)] as const)
  leaves.sort(([one], [other]) => (one < other ? -1 : 1))
  const ids = said.filter(([name]) => IDS.has(nameOf(name)))
  return { leaves: new Map(leaves), ids: new Map(ids), key: JSON.stringify(leaves), conditional: 'if-none-match' in headers }
}

/** The places in which two questions differ; never their values. */
export function differencesOf(one: Question, other: Question): readonly string[] {
  const places = new Set([...one.leaves.keys(), ...other.leaves.keys()])
  return [...places].filter((place) => one.leaves.get(place) !== other.leaves.get(place))
}
