import type { Verdict } from '../../schemas/source-outcome.ts'
import { within } from '../sources/deadline.ts'
import { ask } from './asked.ts'
import { type Bench, look } from './bench.ts'
import type { Seen } from './witness.ts'

/** What came of sending a question once more; `silent`: no answer, or there was nothing to send. */
export type Resent = Seen | 'silent'

/** What wrong questions came to; null: there is no such question for this source. */
export interface Provoked {
  readonly credentials: { readonly verdict: Verdict | null; readonly seen: Seen | null } | null
  readonly token: Resent | null
  readonly contentType: Resent | null
  readonly field: Resent | null
}

/** Bytes: what goes on longer is no refusal, and may never end. */
const LONGEST_REFUSAL = 4 * 1024 * 1024
const WRONG = 'not-the-one'

/** Reads an answer to its end, as far as a refusal may go. */
async function readOut(body: ReadableStream<Uint8Array> | null): Promise<void> {
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    if (size > LONGEST_REFUSAL) return
  }
}

/** Sends a question once more with a change. */
export async function resend(
  bench: Bench,
  { method, url, sent, body }: Seen,
  change: Partial<Pick<Seen, 'url' | 'body' | 'sent'>>,
): Promise<Resent> {
  const headers = new Headers(change.sent ?? sent)
  // What the first sending of it measured.
  headers.delete('content-length')
  const init = { method, headers, body: method === 'GET' ? null : (change.body ?? body), redirect: 'manual' } as const
  const looked = await look(bench, bench.settings.timeoutMs, async ({ deadline, seen, fetch }) => {
    const sending = fetch(new Request(change.url ?? url, { ...init, signal: deadline.signal }))
    await within(
      deadline,
      sending.then(({ body: told }) => readOut(told)),
    )
    return seen[0] ?? 'silent'
  })
  return 'verdict' in looked ? 'silent' : looked.result
}

/** The question for data among what was sent: not the login. */
export function questionIn({ adapter, settings }: Bench, seen: readonly Seen[]): Seen | null {
  const { access } = adapter
  const login = access.kind === 'session' ? `${settings.url}${access.login('', '').path}` : null
  return seen.find(({ url }) => url !== login) ?? null
}

/** Asks with credentials that are none of ours. */
async function wrongCredentials(bench: Bench): Promise<Provoked['credentials']> {
  const { kind } = bench.adapter.access
  if (kind === 'none' || (kind === 'header' && bench.settings.token === '')) return null
  const settings = { ...bench.settings, password: WRONG, token: WRONG }
  const { verdict, seen } = await ask({ ...bench, settings }, bench.nobody)
  return { verdict, seen: seen.at(-1) ?? null }
}

/** The same question without the person or the organisation that it is about; null: it names neither. */
function withoutSubject({ url, body }: Seen, subjects: readonly string[]): { readonly url: string; readonly body: string } | null {
  const address = new URL(url)
  for (const [key, value] of [...address.searchParams]) if (subjects.includes(value)) address.searchParams.delete(key)
  let text = body
  for (const subject of subjects) {
    text = text.replace(new RegExp(`(<|&lt;)([\\w.-]+)(>|&gt;)${subject}(?:<|&lt;)/\\2(?:>|&gt;)`), '')
    text = text.replace(new RegExp(`"\\w+":"${subject}",?`), '')
  }
  const changed = { url: address.href, body: text.replace(/,\}/, '}') }
  return changed.url === url && changed.body === body ? null : changed
}

function wrongType(bench: Bench, question: Seen): Promise<Resent> | null {
  if (question.method === 'GET') return null
  const sent = new Headers(question.sent)
  sent.set('content-type', 'text/plain; charset=utf-8')
  return resend(bench, question, { sent })
}

function staleToken(bench: Bench, question: Seen): Promise<Resent> | null {
  const { access } = bench.adapter
  if (access.kind !== 'session') return null
  const sent = new Headers(question.sent)
  sent.set(...(access.header(WRONG) as [string, string]))
  return resend(bench, question, { sent })
}

/** Asks as nobody should. `question`: a right question about nobody, as it went over the wire; null: none was ever sent. */
export async function provoke(bench: Bench, question: Seen | null): Promise<Provoked> {
  const credentials = await wrongCredentials(bench)
  if (!question) return { credentials, token: 'silent', contentType: 'silent', field: 'silent' }
  const lacking = withoutSubject(question, [bench.nobody.iin, bench.nobody.organisationBin])
  return {
    credentials,
    token: await staleToken(bench, question),
    contentType: await wrongType(bench, question),
    field: lacking && (await resend(bench, question, lacking)),
  }
}
