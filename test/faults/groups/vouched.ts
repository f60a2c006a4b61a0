import { signBody } from '../../../mocks/shep/sign.ts'
import { inTurn } from '../corpus.ts'
import type { Fault, Trial } from '../fault.ts'
import { factsOf, holdsFacts, holdsOneOf, meddledRig, personOf, playing, textOf, withBody } from '../playing.ts'
import { keysOf, signedRig } from '../signed.ts'

/* Whether an answer is really theirs, U45, and whether we may ask at all, U46. */

const BODY = /<SOAP-ENV:Body[\s\S]*<\/SOAP-ENV:Body>/
/** The same Body with other days and numbers in it. */
const forged = (text: string) => (BODY.exec(text)?.[0] ?? '').replaceAll(/>20(1|2)\d-/g, '>1999-').replaceAll(/>(1|2)0(1|2)\d-/g, '>1999-')
const withoutId = (body: string) => body.replace(/ wsu:Id="[^"]*"/, '')

/** Ways to wrap, cut and replace what was signed. */
const WRAPPINGS: Readonly<Record<string, (text: string) => string | Promise<string>>> = {
  'a changed body': (text) => text.replace(BODY, forged(text)),
  'the signed body in the header': (text) =>
    text.replace(BODY, withoutId(forged(text))).replace('</SOAP-ENV:Header>', `<x>${BODY.exec(text)?.[0]}</x></SOAP-ENV:Header>`),
  'the signed body in the header, both with its id': (text) =>
    text.replace(BODY, forged(text)).replace('</SOAP-ENV:Header>', `<x>${BODY.exec(text)?.[0]}</x></SOAP-ENV:Header>`),
  'a forged body before the signed one': (text) => text.replace(BODY, withoutId(forged(text)) + BODY.exec(text)?.[0]),
  'a forged body after the signed one': (text) => text.replace(BODY, BODY.exec(text)?.[0] + withoutId(forged(text))),
  'the signed body inside of a forged one': (text) =>
    text.replace(BODY, withoutId(forged(text)).replace('</SOAP-ENV:Body>', `${BODY.exec(text)?.[0]}</SOAP-ENV:Body>`)),
  'the signed envelope in a forged one': (text) =>
    `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Header>${text.replace(/<\?[^>]*\?>/, '')}</e:Header><e:Body/></e:Envelope>`,
  'no signature': (text) => text.replace(/<ds:Signature[\s\S]*<\/ds:Signature>/, ''),
  'an empty signature': (text) => text.replace(/<ds:SignatureValue>[^<]*/, '<ds:SignatureValue>'),
  'another digest': (text) => text.replace(/<ds:DigestValue>[^<]*/, '<ds:DigestValue>AAAA'),
  'a reference to nothing': (text) => text.replace(/URI="#[^"]*"/, 'URI="#nothing"'),
  'a reference to all': (text) => text.replace(/URI="#[^"]*"/, 'URI=""'),
  'a weak hash': (text) => text.replaceAll('2001/04/xmldsig-more#rsa-sha256', '2000/09/xmldsig#rsa-sha1'),
  'a secret in place of a key': (text) => text.replaceAll('2001/04/xmldsig-more#rsa-sha256', '2000/09/xmldsig#hmac-sha1'),
  'a transformation': (text) =>
    text.replace(/<ds:Transform [^>]*\/?>/, '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116"/>'),
  'an instruction in the body': (text) => text.replace('<responseInfo>', '<?x y?><responseInfo>'),
  'the key of a stranger': (text) => {
    const { key, cert } = keysOf()
    const bare = text.replace(/<SOAP-ENV:Header>[\s\S]*<\/SOAP-ENV:Header>/, '<SOAP-ENV:Header/>')
    return signBody(bare.replace(BODY, forged(text)), { key, cert, clientCert: cert })
  },
}

async function wrapped(trial: Trial): Promise<void> {
  const source = 'diplomas'
  const options = await signedRig(trial, source)
  const plain = await meddledRig(trial, source, options)
  const right = await plain.rig.ask({ person: personOf(source) })
  await holdsOneOf(trial, { rig: plain.rig, answer: right, source }, 'signed as it should be', ['answered'])
  await holdsFacts(trial, { rig: plain.rig, answer: right, source }, 'signed as it should be', 'all')
  for (const [about, wrap] of Object.entries(WRAPPINGS)) {
    const { rig, meddler } = await meddledRig(trial, source, options)
    meddler.meddle({
      answer: async (passed) => {
        const bent = await wrap(textOf(passed))
        trial.holds('O2', bent !== textOf(passed), `${about}: nothing was changed`)
        return withBody(passed, bent)
      },
    })
    const answer = await rig.ask({ person: personOf(source) })
    await holdsOneOf(trial, { rig, answer, source }, about, ['unreadable/signature', 'unreadable/protocol', 'answered'])
    // Wrapped, the Body that was signed may still be read, and it alone.
    if (rig.outcome(answer, source)?.outcome === 'answered') await holdsFacts(trial, { rig, answer, source }, about, 'all')
  }
}

/** An answer to somebody else, rightly signed, in place of ours. */
async function replayed(trial: Trial): Promise<void> {
  const options = await signedRig(trial, 'diplomas')
  const { rig, meddler } = await meddledRig(trial, 'diplomas', options)
  let former: Uint8Array | null = null
  meddler.meddle({
    answer(passed) {
      former ??= passed.body
      return withBody(passed, former)
    },
  })
  await rig.ask({ person: 0 })
  const answer = await rig.ask({ person: 2 })
  await holdsOneOf(trial, { rig, answer, source: 'diplomas' }, 'a signed answer of before', [
    'unreadable/protocol',
    'foreign/subject_mismatch',
  ])
}

const SERVICE = 'MOCK_ESUTD_CONTRACTS_BY_IIN'
const TOKEN = { service: SERVICE, token: 'MOCK-CONSENT-0001', publicKey: 'MOCK-KEY' }
const STATES = [
  ['ok', 'answered'],
  ['consent-refused', 'consent_missing/refused'],
  ['consent-expired', 'consent_missing/expired'],
  ['consent-revoked', 'consent_missing/revoked'],
] as const

/** The states of a consent in any order: each ask is one call at most, and what was given stays out of what is said. */
async function consents(trial: Trial): Promise<void> {
  const source = 'employment'
  const { rig, meddler } = await meddledRig(trial, source, { environment: { EMPLOYMENT_CONSENT: 'required' } })
  const claim = rig.government.government.cast[0]?.claim
  const asked = async (consents: readonly unknown[], allowed: string, calls: number) => {
    const before = meddler.asked()
    const answer = await rig.askFor({ ...claim, consents })
    await holdsOneOf(trial, { rig, answer, source }, `a consent that is ${allowed}`, [allowed])
    trial.holds('O3', meddler.asked() - before === calls, `${meddler.asked() - before} calls, a consent that is ${allowed}`)
    if (allowed !== 'answered') trial.holds('O3', factsOf(answer, source).length === 0, `facts without consent: ${allowed}`)
    const typed = answer.portfolio?.gaps.some((gap) => gap.manualEntry && gap.sources.some((one) => one === source))
    trial.holds('O3', typed === false, 'a human is asked to type what needs a consent')
  }
  await asked([], 'consent_missing/missing', 0)
  await asked([{ ...TOKEN, service: 'MOCK_EDU_DIPLOMA_BY_IIN' }], 'consent_missing/missing', 0)
  for (let step = 0; step < 8; step++) {
    const [scenario, allowed] = STATES[Math.floor(trial.random() * STATES.length)] ?? STATES[0]
    rig.government.government.setScenario(source, scenario)
    await asked([TOKEN], allowed, 1)
  }
  const said = [...rig.stack.logged, await rig.stack.metrics(), JSON.stringify(rig.government.government.journal)].join()
  trial.holds('O4', !/MOCK-CONSENT|MOCK-KEY/.test(said), 'the token of a consent was said')
}

export const vouched: readonly Fault[] = [
  { id: 'U45', promise: 'reads only what a right signature covers', play: inTurn(playing('U45', '').play, wrapped, replayed) },
  {
    id: 'U46',
    promise: 'makes no call without a consent where one is needed, and one where it is refused',
    play: inTurn(playing('U46', '').play, consents),
  },
]
