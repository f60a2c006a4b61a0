import { http } from 'msw'
import { type Expected, type Mock, playing } from '../mock.ts'
import { type Call, json, play } from '../play.ts'
import { ERRORS_JOINED, LONG_LIST } from '../plays.ts'
import { createDrops } from './files.ts'

const ID = 'experience-generalisation'
const CREDENTIALS = { token: 'mock-only-drops' }
const PROTOCOL: Expected = ['unreadable', 'protocol']
const REJECTED: Expected = ['unreadable', 'drift']

const WANTS = { credentials: 'Authorization: Token …', fields: '' }

function plain(status: number, text: string): Response {
  return new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
}

async function answer({ request, scenario }: Call, drops: ReturnType<typeof createDrops>): Promise<Response> {
  if (request.headers.get('authorization') !== `Token ${CREDENTIALS.token}`) return plain(401, 'Unauthorized')
  const name = new URL(request.url).pathname.split('/').at(-1) ?? ''
  if (name === 'manifest.json') {
    // An error object where a list was asked for.
    if (scenario === 'fault-200') return json({ type: 'apiUnknownError', description: 'FileNotFoundError (mock)' })
    return json(await drops.manifest(scenario))
  }
  const bytes = await drops.file(name, scenario)
  return bytes ? new Response(bytes, { headers: { 'content-type': 'text/csv' } }) : plain(404, 'Not Found')
}

/** Generalised experience: a file of each region with a manifest, and no way to ask about a person. */
export const mock: Mock = {
  id: ID,
  credentials: CREDENTIALS,
  traits: ['records', 'rows', 'days', 'json'],
  plays: [
    ERRORS_JOINED,
    LONG_LIST,
    playing('order-broken', 'Q40', 'elements in another order'),
    playing('bad-hash', '', 'a file of another hash than the manifest says', PROTOCOL),
    playing('rows-missing', 'U32', 'a file with fewer rows than the manifest says', PROTOCOL),
    playing('region-missing', '', 'no file of the region of the first of the cast', ['unavailable', 'remote_error']),
    playing('split-topic', 'Q27', 'a separator or a line break inside of a topic that is not quoted', REJECTED),
    playing('lost-letters', 'U41', 'Kazakh letters became question marks in every file', REJECTED),
    playing('lost-row', 'Q06 U41', 'Kazakh letters of one row, about nobody of the cast, became question marks'),
    playing('cp1251-drop', 'Q06 U41', 'every file in windows-1251'),
    playing('kz-1048', 'Q06b', 'every file in the Kazakh code page'),
    playing('yesterday', 'U31', "yesterday's files again"),
    playing('column-more', 'U24', 'columns more than the contract has'),
  ],
  open(world) {
    const drops = createDrops(world)
    const files = play(world, { source: ID, operation: 'drop', wants: WANTS, iinOf: () => null, answer: (call) => answer(call, drops) })
    return { handlers: [http.get(`*/${ID}/drops/:file`, files)] }
  },
}
