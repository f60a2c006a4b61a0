import type { Fault, Trial } from '../fault.ts'
import type { Weather } from '../proxy.ts'
import { createRig, holdsSick, prefixOf, type Rig } from '../rig.ts'

/* What can become of a connection to one source, U1–U10; the source is the one that most portfolios need. */

const SICK = 'diplomas'
const AT = `${prefixOf(SICK)}_URL`

/** One sick source: its outcome, then the end of the fault and everything as before. */
async function under(trial: Trial, weather: Weather, reasons: readonly string[]): Promise<Rig> {
  const rig = await createRig(trial, { behind: [SICK] })
  const proxy = rig.proxy(SICK)
  proxy.weather(weather)
  const answer = await rig.ask()
  trial.detected(answer.ms)
  holdsSick(trial, rig, answer, SICK, reasons)
  proxy.weather({})
  await rig.recovers(SICK)
  await rig.inspect()
  return rig
}

export const connection: readonly Fault[] = [
  {
    id: 'U1',
    promise: 'tells a refused connection as such, and stops calling after five',
    async play(trial) {
      const rig = await createRig(trial, { environment: { [AT]: 'http://127.0.0.1:1/diplomas' } })
      for (let count = 0; count < 12; count++) {
        const answer = await rig.ask({ caseId: `refused-${count}` })
        holdsSick(trial, rig, answer, SICK, ['connect', 'breaker_open'])
        if (count > 5) trial.holds('O1', rig.outcome(answer, SICK)?.attempts === 0, 'a call although the breaker is open')
      }
      await rig.inspect()
    },
  },
  {
    id: 'U2',
    promise: 'tells a name that nobody knows apart from an error of HTTP',
    async play(trial) {
      const rig = await createRig(trial, { environment: { [AT]: 'http://diplomas.invalid/diplomas' } })
      holdsSick(trial, rig, await rig.ask(), SICK, ['dns'])
      await rig.inspect()
    },
  },
  {
    id: 'U4',
    promise: 'asks once more after a reset before the headers, and recovers',
    async play(trial) {
      const rig = await under(trial, { mode: 'reset' }, ['connect', 'reset'])
      trial.holds('O1', rig.proxy(SICK).made() <= 12, `${rig.proxy(SICK).made()} connections`)
    },
  },
  {
    id: 'U5',
    promise: 'never reads a body that was cut, wherever',
    async play(trial) {
      for (let round = 0; round < 3; round++)
        await under(trial, { cutAfter: Math.floor(trial.random() * 900) }, ['connect', 'protocol', 'reset'])
    },
  },
  {
    id: 'U7',
    promise: 'waits for slow headers until its own limit, and no longer',
    play: async (trial) => void (await under(trial, { mode: 'hole' }, ['timeout'])),
  },
  {
    id: 'U8',
    promise: 'ends a body that comes byte by byte at the deadline of the whole',
    play: async (trial) => void (await under(trial, { slice: 1, everyMs: 200 }, ['timeout'])),
  },
]
