import { z } from 'zod'
import { echoedIin } from '../../schemas/wire.ts'
import type { RawRecord, Received, Reply, Source, Teacher } from '../adapter.ts'
import { PROTOCOL, question, readEnvelope, strangerIn } from './envelope.ts'

const Attempts = z.object({ attempts: z.array(z.unknown()) })
const isRecords = (reply: Reply): reply is { readonly records: readonly RawRecord[] } => 'records' in reply

function echoIn(data: unknown): string | null {
  return echoedIin((data as { iin?: unknown } | null | undefined)?.iin)
}

/** The attempts of one year, each with the person whom the envelope names. */
export function readYear(answer: Received<unknown>, iin: string): Reply {
  const said = readEnvelope(answer)
  if ('outcome' in said) return said
  const echo = echoIn(said.data)
  const list = said.nothing ? [] : Attempts.safeParse(said.data).data?.attempts
  if (!list) return PROTOCOL
  // A list without attempts has no record that would name a stranger.
  if (list.length === 0) return strangerIn(echo, iin) ?? { records: [] }
  return { records: list.map((value) => ({ value, iin: echo, exchange: answer.exchange })) }
}

/**
 * The attempts of this calendar year and the last one. Both are waited for, so that no call is left behind and the same failure is told
 * each time; half an answer is none: a year that failed would look like a year without attempts.
 */
export async function search({ iin, today }: Teacher, source: Source): Promise<Reply> {
  const year = Number(today.slice(0, 4))
  const asked = [year, year - 1].map(async (testYear) => readYear(await source.json(question('search', { iin, testYear })), iin))
  const replies: Reply[] = []
  for (const one of await Promise.allSettled(asked)) {
    if (one.status === 'rejected') throw one.reason
    replies.push(one.value)
  }
  return replies.find((reply) => !isRecords(reply)) ?? { records: replies.filter(isRecords).flatMap(({ records }) => records) }
}
