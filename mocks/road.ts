import type { Call } from './play.ts'
import type { World } from './world.ts'

/* What stands in the way of an answer: the source itself never comes to speak. */

const HOUR_MS = 3_600_000
const TEN_YEARS_SECONDS = 315_360_000
const DRIP_MS = 200
/** Longer than any limit of a caller. */
export const NEVER_MS = 60_000

const PLAIN = { 'content-type': 'text/plain; charset=utf-8' }
const GATEWAY_PAGE =
  '<html>\n<head><title>502 Bad Gateway</title></head>\n<body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body>\n</html>'
const LOGIN_PAGE = '<!DOCTYPE html><html><head><title>Кіру</title></head><body><form>Жүйеге кіру</form></body></html>'
const MAINTENANCE_PAGE =
  '<!DOCTYPE html><html><head><title>Техникалық жұмыстар</title></head><body><p>Технические работы до 19:00</p></body></html>'
const STACK_TRACE =
  'org.hibernate.exception.JDBCConnectionException: Unable to acquire JDBC Connection (mock)\n\tat kz.example.Dao.find(Dao.java:42)'

function plain(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(text, { status, headers: { ...PLAIN, ...headers } })
}

function htmlPage(text: string, status: number): Response {
  return new Response(text, { status, headers: { 'content-type': 'text/html; charset=utf-8' } })
}

function tooMany(retryAfter: string): Response {
  return plain(429, 'Too Many Requests', { 'retry-after': retryAfter })
}

/** Blanks, one at a time, longer than anybody waits. */
function dripping({ wait }: World): Response {
  let left = NEVER_MS / DRIP_MS
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await wait(DRIP_MS)
      if (left-- > 0) controller.enqueue(Uint8Array.of(0x20))
      else controller.close()
    },
    cancel() {
      left = 0
    },
  })
  return new Response(stream, { headers: PLAIN })
}

type Block = (world: World) => Response

const BLOCKS: Readonly<Record<string, Block>> = {
  down: () => Response.error(),
  drip: dripping,
  'slow-504': () => plain(504, 'Gateway Timeout'),
  'http-503': () => plain(503, 'Service Unavailable', { 'retry-after': '120' }),
  'maintenance-page': () => htmlPage(MAINTENANCE_PAGE, 503),
  'leaky-500': () => plain(500, STACK_TRACE),
  'http-429': () => tooMany('60'),
  '429-date': ({ now }) => tooMany(new Date(now() + HOUR_MS).toUTCString()),
  '429-zero': () => tooMany('0'),
  '429-negative': () => tooMany('-5'),
  '429-ten-years': () => tooMany(String(TEN_YEARS_SECONDS)),
  '429-garbage': () => tooMany('soon, perhaps'),
  'http-404': () => plain(404, 'Not Found'),
  'http-401': () => new Response(null, { status: 401 }),
  redirect: () => new Response(null, { status: 302, headers: { location: 'http://elsewhere.invalid/' } }),
  'empty-200': () => new Response('', { status: 200 }),
  'http-204': () => new Response(null, { status: 204 }),
  'html-502': () => htmlPage(GATEWAY_PAGE, 502),
  'html-200': () => htmlPage(LOGIN_PAGE, 200),
}

/** Ids and times, which differ each time the same is asked. */
const FLEETING = /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}|\d{4}-\d\d-\d\dT[\d:.]+/gi

/** What a question is, whatever its ids and times: by it a question is known again. */
function gist({ request, body }: Call): string {
  return `${request.method} ${request.url} ${body.replaceAll(FLEETING, '')}`
}

/** So many questions that failed wait for being asked again; the oldest is forgotten first, and fails once more. */
const MOST_ASKED = 1000

/** Whether a question is asked for the first time, the third, the fifth … time. */
function isOddly(call: Call, { asked }: World): boolean {
  const question = gist(call)
  if (asked.delete(question)) return false
  asked.add(question)
  const [oldest] = asked
  if (asked.size > MOST_ASKED && oldest !== undefined) asked.delete(oldest)
  return true
}

/** What is said in place of an answer; null: nothing stands in the way. */
export function blocked(call: Call, world: World): Response | null {
  if (call.scenario === 'flapping') return isOddly(call, world) ? plain(500, 'Internal Server Error') : null
  return BLOCKS[call.scenario]?.(world) ?? null
}
