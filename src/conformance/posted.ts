import type { Inbox, RawRecord, Teacher } from '../../adapters/adapter.ts'
import type { Verdict } from '../../schemas/source-outcome.ts'
import type { Bus, TakenMessage } from '../sources/bus.ts'
import { pause } from '../sources/deadline.ts'
import { fold, toStored } from '../sources/inbox-fold.ts'
import { type Bench, type Look, look } from './bench.ts'
import type { Seen } from './witness.ts'

/** How the messages of one question went (contract page, B). Null: it did not come so far. */
export interface Posted {
  readonly messageId: string
  readonly wasTaken: boolean
  readonly wasDelivered: boolean
  readonly cameAgain: boolean | null
  readonly cameAfterAcknowledging: boolean | null
}

/** What one poll may ask for (contract page, B). */
const AMOUNT = 20
const DEFERRED: Verdict = { outcome: 'deferred', reason: 'async' }
const PROTOCOL: Verdict = { outcome: 'unreadable', reason: 'protocol' }

interface Post {
  readonly bus: Bus
  readonly serviceId: string
  readonly messageId: string
  readonly pollMs: number
  readonly signal: AbortSignal
}

/** The messages to this question in one poll; those of others stay in the queue, for nobody may acknowledge what is not his. */
async function take({ bus, serviceId, messageId, pollMs, signal }: Post): Promise<readonly TakenMessage[]> {
  await pause(pollMs, signal)
  const taken = await bus.take(serviceId, AMOUNT)
  return taken.filter(({ message }) => message.correlationId?.toLowerCase() === messageId.toLowerCase())
}

/** Polls until the RESPONSE is there; empty where the time is over first. */
async function awaited(post: Post): Promise<readonly TakenMessage[]> {
  while (!post.signal.aborted) {
    const mine = await take(post)
    if (mine.some(({ message }) => message.messageType === 'RESPONSE')) return mine
  }
  return []
}

function answerOf(taken: readonly TakenMessage[], delivery: Inbox) {
  const none = { records: [], verdict: null, subject: null }
  const folded = fold(taken.map(toStored), delivery)
  if (folded.state === 'waiting') return { ...none, verdict: DEFERRED }
  if (folded.state === 'unreadable') return { ...none, verdict: PROTOCOL }
  const echoes = folded.iins.filter((iin) => iin !== null)
  if (folded.state === 'empty') return { ...none, subject: echoes[0] ?? null }
  const named = echoes.length > 0 ? echoes : [null]
  const records: RawRecord[] = named.map((iin) => ({ value: folded.value, iin, exchange: folded.exchange }))
  return { ...none, records }
}

/** Takes the messages, looks whether they come again before they are acknowledged, and whether they do afterwards. */
async function correspond(post: Post): Promise<{ readonly taken: readonly TakenMessage[]; readonly posted: Posted }> {
  const { messageId, bus, serviceId } = post
  const silent = { messageId, wasTaken: true, wasDelivered: false, cameAgain: null, cameAfterAcknowledging: null }
  const taken = await awaited(post)
  if (taken.length === 0) return { taken, posted: silent }
  const again = await take(post)
  const ids = new Set([...taken, ...again].map(({ message }) => message.messageId))
  for (const id of ids) await bus.acknowledge(id, serviceId)
  const after = await take(post)
  const cameAfterAcknowledging = after.some(({ message }) => ids.has(message.messageId))
  return { taken, posted: { ...silent, wasDelivered: true, cameAgain: again.length > 0, cameAfterAcknowledging } }
}

/** One question over the asynchronous channel, until its messages are acknowledged. */
export async function fetchThrough(delivery: Inbox, teacher: Teacher, bench: Bench) {
  const { newId, settings, waitMs } = bench
  const call = delivery.send(teacher)
  const messageId = newId()
  let posted: Posted = { messageId, wasTaken: false, wasDelivered: false, cameAgain: null, cameAfterAcknowledging: null }
  const looked = await look(bench, waitMs, async ({ bus, deadline: { signal } }: Look) => {
    await bus.send(call, messageId)
    posted = { ...posted, wasTaken: true }
    const went = await correspond({ bus, serviceId: call.serviceId, messageId, pollMs: settings.pollMs, signal })
    posted = went.posted
    return went.taken
  })
  const seen: readonly Seen[] = looked.seen
  if (!('verdict' in looked)) return { posted, answer: answerOf(looked.result, delivery), seen }
  const verdict = posted.wasTaken && looked.verdict.reason === 'timeout' ? DEFERRED : looked.verdict
  return { posted, answer: { records: [], verdict, subject: null }, seen }
}
