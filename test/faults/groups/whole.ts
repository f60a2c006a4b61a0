import { startPretendGovernment } from '../../../mocks/listen.ts'
import { TODAY } from '../../support/stack.ts'
import { inTurn } from '../corpus.ts'
import type { Fault, Trial } from '../fault.ts'
import type { Passed, Question } from '../meddler.ts'
import { factsOf, holdsFacts, holdsOneOf, meddledRig, personOf, playing, SOURCES, saidBy, textOf, withBody } from '../playing.ts'
import { createRig } from '../rig.ts'

/* What comes later, U47, and what is left when nobody answers, U48. */

const PORTAL = 'egov-portal'
const isPoll = ({ body }: Question) => body.includes('getMessages')

/** The portal answers after the caller has gone: the answer is taken up later, and nothing is sent a second time. */
async function late(trial: Trial): Promise<void> {
  const government = await startPretendGovernment({ today: TODAY, seed: 'journeys', portalDelayMs: 2000 })
  trial.after(() => government.close())
  const { rig, meddler } = await meddledRig(trial, PORTAL, { government })
  let sent = 0
  meddler.meddle({
    question(question) {
      if (question.body.includes('<messageType>REQUEST')) sent++
      return question
    },
  })
  const person = personOf(PORTAL)
  const early = await rig.ask({ person, waitSeconds: 1 })
  await holdsOneOf(trial, { rig, answer: early, source: PORTAL }, 'before the answer', ['deferred/async'])
  const then = await rig.ask({ person, waitSeconds: 10 })
  await holdsOneOf(trial, { rig, answer: then, source: PORTAL }, 'after it', ['answered'])
  await holdsFacts(trial, { rig, answer: then, source: PORTAL }, 'coming late', 'all')
  trial.holds('O3', sent === 1, `${sent} requests to the portal`)
}

/** Former batches come again in any order, and acknowledgements are lost. */
async function repeated(trial: Trial): Promise<void> {
  const { rig, meddler } = await meddledRig(trial, PORTAL)
  const batches: Passed[] = []
  meddler.meddle({
    speak(question, response) {
      const isLost = question.body.includes('sendDeliveryNotification') && trial.random() < 0.5
      if (isLost) response.writeHead(500).end()
      return isLost
    },
    answer(passed, question) {
      if (!isPoll(question)) return passed
      batches.push(passed)
      return trial.random() < 0.4 ? (batches[Math.floor(trial.random() * batches.length)] ?? passed) : passed
    },
  })
  const person = personOf(PORTAL)
  const effects = new Set<string>()
  for (let count = 0; count < 3; count++) {
    const answer = await rig.ask({ person, caseId: 'repeated', waitSeconds: 10 })
    await holdsOneOf(trial, { rig, answer, source: PORTAL }, 'messages again and again', ['answered'])
    await holdsFacts(trial, { rig, answer, source: PORTAL }, 'messages again and again', 'all')
    effects.add(saidBy(factsOf(answer, PORTAL)).join())
  }
  trial.holds('O3', effects.size === 1, `${effects.size} different effects of the same messages`)
}

/** A message to our request about somebody else, and one to a request that nobody made. */
async function foreign(trial: Trial): Promise<void> {
  for (const [about, bend, allowed] of [
    ['about somebody else', (text: string, own: string, other: string) => text.replaceAll(own, other), ['foreign/subject_mismatch']],
    [
      'to another request',
      (text: string) => text.replaceAll(/<correlationId>[^<]*/g, '<correlationId>00000000-0000-4000-8000-000000000000'),
      ['deferred/async'],
    ],
  ] as const) {
    const { rig, meddler } = await meddledRig(trial, PORTAL)
    const { cast } = rig.government.government
    const [own, other] = [cast[personOf(PORTAL)]?.iin ?? '', cast[11]?.iin ?? '']
    meddler.meddle({ answer: (passed, question) => (isPoll(question) ? withBody(passed, bend(textOf(passed), own, other)) : passed) })
    const answer = await rig.ask({ person: personOf(PORTAL), waitSeconds: 2 })
    await holdsOneOf(trial, { rig, answer, source: PORTAL }, `a message ${about}`, allowed)
    trial.holds('O3', factsOf(answer, PORTAL).length === 0, `facts of a message ${about}`)
  }
}

/** How all sources fail at once. */
const DOWN = ['down', 'http-503', 'html-502'] as const

async function allDown(trial: Trial): Promise<void> {
  const rig = await createRig(trial)
  const down = (scenario: string | null) => {
    for (const source of SOURCES) rig.government.government.setScenario(source, scenario)
  }
  const before = await rig.ask({ caseId: 'known' })
  down(DOWN[trial.seed % DOWN.length] ?? 'down')
  const unknown = await rig.ask({ person: 2, caseId: 'unknown' })
  const asked = unknown.portfolio?.sources.filter(({ outcome }) => outcome !== 'not_asked') ?? []
  trial.detected(unknown.ms)
  trial.holds(
    'O2',
    asked.every(({ outcome, asOf }) => outcome === 'unavailable' || asOf !== null),
    'a source that answers although all are down',
  )
  trial.holds('O2', unknown.portfolio?.completeness.complete === false, 'complete although all are down')
  trial.holds(
    'O3',
    unknown.portfolio?.gaps.every((gap) => !gap.manualEntry || gap.code === 'not_integrated') === true,
    'a human is asked to type',
  )
  const known = await rig.ask({ caseId: 'known' })
  for (const source of SOURCES) {
    trial.holds('O3', saidBy(factsOf(known, source)).join() === saidBy(factsOf(before, source)).join(), `facts of ${source} are other ones`)
    trial.holds(
      'O2',
      factsOf(known, source).every(({ provenance }) => provenance.asOf !== null),
      `facts of ${source} without their age`,
    )
  }
  trial.holds(
    'O2',
    known.portfolio?.sources.every(({ outcome, asOf }) => outcome === 'not_asked' || asOf !== null) === true,
    'a former answer that is not marked',
  )
  trial.holds('O2', known.portfolio?.completeness.complete === false, 'complete with former answers')
  const stored = await rig.stack.send('GET', `/v1/portfolios/${known.portfolio?.id}`)
  trial.holds('O3', stored.status === 200, 'a portfolio that is not stored')
  down(null)
  if (trial.strict) await rig.recovers('diplomas')
  await rig.inspect()
}

export const whole: readonly Fault[] = [
  {
    id: 'U47',
    promise: 'takes each message once, whenever and in whatever order it comes',
    play: inTurn(playing('U47', '').play, late, repeated, foreign),
  },
  { id: 'U48', promise: 'answers with what it knew, marked with its age, when no source answers', play: allDown },
]
