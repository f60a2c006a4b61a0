import { diploma, person } from '../support/drafts.ts'
import { BIN } from '../support/line.ts'
import type { GoldenCase } from './case.ts'
import { MODERATOR, RESEARCHER } from './complete.ts'

const RULE = 'p. 16; annex 1 item 8(2)'
const UNNAMED = { bin: BIN, name: { kk: null, ru: null } }
const maiden = diploma({}, { holder: { surname: 'БҰРЫНҒЫ', name: 'АЙША', patronymic: null, birthDate: null } })

/** Education: what a diploma must tell, and what the register may know about it. */
export const education: readonly GoldenCase[] = [
  {
    title: 'a valid diploma of the register',
    paragraph: RULE,
    expect: { verdict: 'ready', facts: { education: 1 }, without: ['education: not_found', 'education: unverifiable'] },
  },
  {
    title: 'a register that has no diploma',
    paragraph: RULE,
    told: { diplomas: [] },
    expect: {
      verdict: 'may not apply',
      status: { education: 'empty' },
      gaps: { education: ['not_found: responsible person types, blocks applying'] },
      without: ['retraining: not_found'],
    },
  },
  {
    title: 'a researcher without a diploma, who attaches it himself',
    paragraph: 'annex 1 item 8',
    claim: RESEARCHER,
    told: { diplomas: [] },
    expect: {
      verdict: 'may not apply',
      status: { education: 'empty' },
      gaps: { education: ['not_found: teacher acts, blocks applying'] },
    },
  },
  {
    title: 'a college diploma, which is enough for a moderator',
    paragraph: RULE,
    claim: MODERATOR,
    told: { diplomas: [diploma({ level: '05' })] },
    expect: { verdict: 'ready', without: ['education: not_found'] },
  },
  {
    title: 'the diploma of a doctor',
    paragraph: RULE,
    told: { diplomas: [diploma({ level: '08' })] },
    expect: { verdict: 'ready' },
  },
  {
    title: 'a school certificate in place of a diploma',
    paragraph: RULE,
    told: { diplomas: [diploma({ level: '04' })] },
    expect: {
      verdict: 'may not apply',
      status: { education: 'partial' },
      gaps: { education: ['not_found: responsible person types, blocks applying'] },
    },
  },
  {
    title: 'retraining without a diploma behind it',
    paragraph: 'annex 1 item 8(2), 8(3)',
    told: { diplomas: [diploma({ level: '09', series: 'CPR' })] },
    expect: {
      verdict: 'may not apply',
      status: { education: 'empty', retraining: 'found' },
      gaps: { education: ['not_found: responsible person types, blocks applying'] },
    },
  },
  {
    title: 'retraining beside a diploma',
    paragraph: 'annex 1 item 8(3)',
    told: { diplomas: [diploma(), diploma({ level: '09', series: 'CPR', number: '3' })] },
    expect: { verdict: 'ready', status: { retraining: 'found' }, facts: { education: 1, retraining: 1 } },
  },
  {
    title: 'a document of retraining that was annulled',
    paragraph: 'p. 62; annex 1 item 8(3)',
    told: { diplomas: [diploma(), diploma({ level: '09', series: 'CPR', number: '3', status: '2' })] },
    expect: {
      verdict: 'ready',
      status: { retraining: 'found' },
      gaps: { retraining: ['revoked at /status: teacher acts, does not block applying'] },
    },
  },
  {
    title: 'a teacher who was never retrained',
    paragraph: 'annex 1 item 8(3)',
    expect: { verdict: 'ready', status: { retraining: 'empty' }, without: ['retraining: not_found'] },
  },
  {
    title: 'an annulled diploma and no other',
    paragraph: 'p. 62; annex 1 item 8(2)',
    told: { diplomas: [diploma({ status: '2' })] },
    expect: {
      verdict: 'may not apply',
      status: { education: 'partial' },
      gaps: { education: ['revoked at /status: teacher acts, blocks applying'] },
      without: ['education: not_found'],
    },
  },
  {
    title: 'an annulled diploma beside a valid one',
    paragraph: 'p. 62; annex 1 item 8(2)',
    told: { diplomas: [diploma({ status: '2', number: '7' }), diploma()] },
    expect: {
      verdict: 'ready',
      gaps: { education: ['revoked at /status: teacher acts, does not block applying'] },
      facts: { education: 2 },
    },
  },
  {
    title: 'a diploma that the university has not yet made final',
    paragraph: RULE,
    told: { diplomas: [diploma({ status: '3' })] },
    expect: {
      verdict: 'may not apply',
      status: { education: 'pending', retraining: 'pending' },
      gaps: {
        education: ['deferred: source must answer, blocks applying'],
        retraining: ['deferred: source must answer, does not block applying'],
      },
      because: ['education: deferred', 'retraining: deferred'],
      without: ['education: not_found'],
    },
  },
  {
    title: 'a further degree that is not final yet, beside a valid diploma',
    paragraph: RULE,
    told: { diplomas: [diploma(), diploma({ level: '07', series: 'MD', number: '5', status: '3' })] },
    expect: {
      verdict: 'may not apply',
      status: { education: 'partial' },
      gaps: { education: ['deferred: source must answer, blocks applying'] },
      facts: { education: 2 },
    },
  },
  {
    title: 'a diploma without its number',
    paragraph: RULE,
    told: { diplomas: [diploma({ number: null })] },
    expect: {
      verdict: 'may not apply',
      status: { education: 'partial' },
      gaps: { education: ['incomplete at /number: responsible person types, blocks applying'] },
      without: ['education: not_found'],
    },
  },
  {
    title: 'a diploma with neither a day nor a year',
    paragraph: RULE,
    told: { diplomas: [diploma({ issuedOn: null, graduationYear: null })] },
    expect: {
      verdict: 'may not apply',
      status: { education: 'partial' },
      gaps: { education: ['incomplete at /issuedOn: responsible person types, blocks applying'] },
    },
  },
  {
    title: 'a diploma of which only the year of graduation is known',
    paragraph: RULE,
    told: { diplomas: [diploma({ issuedOn: null })] },
    expect: { verdict: 'ready', without: ['education: incomplete'] },
  },
  {
    title: 'a diploma that does not name the institution',
    paragraph: RULE,
    told: { diplomas: [diploma({ institution: UNNAMED })] },
    expect: {
      verdict: 'may not apply',
      status: { education: 'partial' },
      gaps: { education: ['incomplete at /institution/name: responsible person types, blocks applying'] },
    },
  },
  {
    title: 'an original and the duplicate that was issued for it under another number',
    paragraph: RULE,
    told: { diplomas: [diploma(), diploma({ number: '9', duplicate: true, duplicateOf: { series: 'BD', number: '00000000001' } })] },
    expect: { verdict: 'ready', facts: { education: 2 }, without: ['education: duplicate', 'education: conflict'] },
  },
  {
    title: 'an old diploma that two registers show with different specialities',
    paragraph: 'p. 60; annex 1 item 8(2)',
    told: {
      diplomas: [
        diploma({}, { recordId: 'one' }),
        diploma({ speciality: { code: '2401', name: { kk: 'Мысал', ru: 'Пример' } } }, { recordId: 'other' }),
      ],
    },
    expect: {
      verdict: 'may not apply',
      status: { education: 'partial' },
      gaps: { education: ['conflict at /speciality/code: teacher decides what is typed, blocks applying'] },
      facts: { education: 2 },
    },
  },
  {
    title: 'a foreign diploma with its recognition',
    paragraph: RULE,
    told: { diplomas: [diploma({ foreign: true, recognition: { number: 'N-1', date: '1906-01-10' } })] },
    expect: { verdict: 'ready', without: ['education: incomplete', 'education: unverifiable'] },
  },
  {
    title: 'a foreign diploma without recognition',
    paragraph: RULE,
    told: { diplomas: [diploma({ foreign: true, recognition: null })] },
    expect: {
      verdict: 'may not apply',
      status: { education: 'partial' },
      gaps: { education: ['incomplete at /recognition: responsible person types, blocks applying'] },
    },
  },
  {
    title: 'a diploma in a name that the register knows as a former one',
    paragraph: 'annex 1 item 9',
    told: {
      diplomas: [maiden],
      'population-register': [person({ formerNames: [{ surname: 'БҰРЫНҒЫ', name: 'АЙША', patronymic: null, until: '1910-05-01' }] })],
    },
    expect: { verdict: 'ready', without: ['education: identity_mismatch'] },
  },
  {
    title: 'a diploma in a surname that no register connects with the teacher',
    paragraph: 'annex 1 item 9',
    told: { diplomas: [maiden] },
    expect: {
      verdict: 'may not apply',
      status: { education: 'partial' },
      gaps: { education: ['identity_mismatch: teacher acts, blocks applying'] },
      facts: { education: 1 },
    },
  },
]
