import { fork } from 'node:child_process'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { inTurn } from '../corpus.ts'
import type { Fault, Trial } from '../fault.ts'
import { holdsFacts, holdsOneOf, isAboutData, meddledRig, neighbourOf, personOf, playing, rigOf, textOf, withBody } from '../playing.ts'
import { createRig, governmentFor, holdsSick, prefixOf } from '../rig.ts'

/* What can become of a connection beside its breaking, U3, U6, U9, U10: nobody takes it up, it ends well too early, it is slow, it is stale. */

const SICK = 'diplomas'

/** Fills the queue of a port until the kernel takes no more: a connection that is not made within a moment. */
async function fill(trial: Trial, port: number): Promise<void> {
  const made: Socket[] = []
  trial.after(() => {
    for (const socket of made) socket.destroy()
  })
  for (let isFull = false; !isFull; ) {
    const socket = connect(port, '127.0.0.1').on('error', () => {})
    made.push(socket)
    isFull = await Promise.race([once(socket, 'connect').then(() => false), new Promise<boolean>((full) => setTimeout(full, 200, true))])
  }
}

async function blackHole(trial: Trial): Promise<void> {
  const government = await governmentFor(trial)
  const deaf = fork(new URL('../deaf.ts', import.meta.url), [new URL(government.url).port], { execArgv: [] })
  trial.after(() => deaf.kill('SIGKILL'))
  const [port] = (await once(deaf, 'message')) as [number]
  deaf.kill('SIGSTOP')
  await fill(trial, port)
  const rig = await createRig(trial, { government, environment: { [`${prefixOf(SICK)}_URL`]: `http://127.0.0.1:${port}/${SICK}` } })
  const answer = await rig.ask()
  trial.detected(answer.ms)
  holdsSick(trial, rig, answer, SICK, ['connect', 'timeout'])
  deaf.kill('SIGCONT')
  await rig.recovers(SICK)
  await rig.inspect()
}

/** Cuts of one trial; all of them with enough trials. */
const CUTS = 6

async function prefixes(trial: Trial): Promise<void> {
  const government = await governmentFor(trial)
  for (const source of ['diplomas', 'employment', 'courses', 'knowledge-test', 'leadership-reserve', 'experience-generalisation']) {
    for (let cut = 0; cut < CUTS; cut++) {
      // The last bytes are where a beginning looks most like a whole.
      const share = cut === 0 ? null : trial.random()
      const { rig, meddler } = await meddledRig(trial, source, { government })
      meddler.meddle({
        answer(passed, question) {
          if (!isAboutData(question)) return passed
          const whole = textOf(passed).trimEnd()
          return withBody(passed, whole.slice(0, share === null ? -1 : Math.floor(share * whole.length)))
        },
      })
      const answer = await rig.ask({ person: personOf(source), waitSeconds: 10 })
      const about = `cut at ${share === null ? 'its last letter' : share.toFixed(3)}`
      await holdsOneOf(trial, { rig, answer, source }, about, ['unreadable/protocol', 'unreadable/encoding', 'unreadable/drift'])
    }
  }
}

/** Delays in steps, milliseconds; the last one is over the limit of the source. */
const RAMP = [0, 100, 400, 1000, 3000]
const LIMIT_MS = 2500

async function slower(trial: Trial): Promise<void> {
  const rig = await rigOf(trial, SICK, { environment: { [`${prefixOf(SICK)}_TIMEOUT_MS`]: String(LIMIT_MS) } })
  for (const [step, ms] of RAMP.entries()) {
    rig.government.government.setSwitch({
      source: SICK,
      person: null,
      steps: [{ scenario: 'ok', delay: { kind: 'fixed', ms }, times: null }],
    })
    const answers = await Promise.all([0, 2, 3, 4].map((person) => rig.ask({ person, caseId: `slow-${step}` })))
    for (const answer of answers) {
      const reason = rig.outcome(answer, SICK)?.reason
      if (ms >= LIMIT_MS) holdsSick(trial, rig, answer, SICK, ['timeout'])
      else trial.holds('O2', rig.outcome(answer, SICK)?.outcome === 'answered', `after ${ms} of ${LIMIT_MS} ms: ${reason}`)
      const other = rig.outcome(answer, neighbourOf(SICK))?.durationMs ?? 0
      if (trial.strict) trial.holds('O1', ms < 400 || other < ms, `the neighbour took ${other} ms beside ${ms}`)
    }
  }
  rig.government.government.setScenario(SICK, null)
  await rig.recovers(SICK)
  await rig.inspect()
}

/** So many questions go over one connection; at the next one the peer is gone. */
const SERVED = 3

async function stale(trial: Trial): Promise<void> {
  const { rig, meddler } = await meddledRig(trial, SICK)
  const served = new Map<Socket, number>()
  meddler.meddle({
    speak(_, { socket }) {
      if (!socket) return false
      const count = served.get(socket) ?? 0
      served.set(socket, count + 1)
      if (count >= SERVED) socket.destroy()
      return socket.destroyed
    },
  })
  for (let count = 0; count < 20; count++) {
    const answer = await rig.ask({ caseId: `stale-${count}` })
    trial.holds('O2', rig.outcome(answer, SICK)?.outcome === 'answered', `a stale connection: ${rig.outcome(answer, SICK)?.reason}`)
    await holdsFacts(trial, { rig, answer, source: SICK }, 'a stale connection', 'all')
  }
  trial.holds('O5', served.size > 5, `${served.size} connections: none was stale`)
  await rig.inspect()
}

export const lines: readonly Fault[] = [
  { id: 'U3', promise: 'waits a second for a connection that nobody takes up, and not ten', play: blackHole },
  { id: 'U6', promise: 'takes no beginning of an answer for the whole, wherever it ends', play: inTurn(playing('U6', '').play, prefixes) },
  {
    id: 'U9',
    promise: 'waits for a slow source until its limit, and lets no other wait for it',
    play: inTurn(playing('U9', '').play, slower),
  },
  { id: 'U10', promise: 'asks once more where a kept connection turns out to be closed', play: inTurn(playing('U10', '').play, stale) },
]
