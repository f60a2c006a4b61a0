import { http } from 'msw'
import { type Expected, type Mock, playing } from '../mock.ts'
import { type Call, json, play } from '../play.ts'
import type { World } from '../world.ts'
import { filesUnder } from './files.ts'

const ID = 'experience-generalisation'
const CREDENTIALS = { token: 'mock-only-drops' }
const PROTOCOL: Expected = ['unreadable', 'protocol']
const REJECTED: Expected = ['unreadable', 'drift']

function plain(status: number, text: string): Response {
  return new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
}

async function answer({ request, scenario }: Call, world: World): Promise<Response> {
  if (request.headers.get('authorization') !== `Token ${CREDENTIALS.token}`) return plain(401, 'Unauthorized')
  const files = await filesUnder(scenario, world)
  const name = new URL(request.url).pathname.split('/').at(-1)
  if (name === 'manifest.json') {
    // An error object where a list was asked for.
    if (scenario === 'fault-200') return json({ type: 'apiUnknownError', description: 'FileNotFoundError (mock)' })
    return json(files.map(({ entry }) => entry))
  }
  const found = files.find(({ entry }) => entry.file === name)
  return found ? new Response(found.bytes, { headers: { 'content-type': 'text/csv' } }) : plain(404, 'Not Found')
}

/** Generalised experience: a file of each region with a manifest, and no way to ask about a person. */
export const mock: Mock = {
  id: ID,
  credentials: CREDENTIALS,
  traits: ['records'],
  plays: [
    playing('bad-hash', '', 'a file of another hash than the manifest says', PROTOCOL),
    playing('rows-missing', '', 'a file with fewer rows than the manifest says', PROTOCOL),
    playing('region-missing', '', 'no file of the region of the first of the cast', ['unavailable', 'remote_error']),
    playing('split-topic', '', 'a separator or a line break inside of a topic that is not quoted', REJECTED),
    playing('lost-letters', 'Q06', 'Kazakh letters became question marks in every file', REJECTED),
    playing('lost-row', 'Q06', 'Kazakh letters of one row, about nobody of the cast, became question marks'),
    playing('cp1251-drop', 'Q06', 'every file in windows-1251'),
    playing('kz-1048', 'Q06b', 'every file in the Kazakh code page'),
    playing('yesterday', '', "yesterday's files again"),
    playing('column-more', '', 'columns more than the contract has'),
  ],
  open(world) {
    const drops = play(world, { source: ID, operation: 'drop', iinOf: () => null, answer: (call) => answer(call, world) })
    return { handlers: [http.get(`*/${ID}/drops/:file`, drops)] }
  },
}
