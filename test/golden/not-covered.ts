import type { NotCovered } from './case.ts'

const NO_SECTION = 'No section carries it and no register of it is known.'

/** What the Rules or the table of portfolio items ask for and this version does not look at, so that it is not forgotten. */
export const NOT_COVERED: readonly NotCovered[] = [
  { item: 'talks at seminars, conferences, courses', paragraph: 'annex 12 row 3.2', reason: NO_SECTION },
  { item: 'publications: publisher, list of journals, number of authors', paragraph: 'annex 12 row 3.3', reason: NO_SECTION },
  { item: 'working groups, projects, juries', paragraph: 'annex 12 row 3.4', reason: NO_SECTION },
  {
    item: 'broadcast of practice in three districts or three regions',
    paragraph: 'annex 12 row 3.5',
    reason: 'The generalisation register tells councils and minutes, not the places where the practice was shown.',
  },
  {
    item: 'class leadership, curatorship',
    paragraph: 'annex 12 row 5.1',
    reason: 'It is an extra that nobody must have; no section carries it.',
  },
  {
    item: 'share of formed skills of special teachers',
    paragraph: 'annex 12 row 1.1a',
    reason: 'No source is known; knowledge quality is closed for them and nothing stands in its place.',
  },
  {
    item: 'lesson observation sheets: number a year, observers, score',
    paragraph: 'annex 12 row 1.2; annex 14',
    reason: 'No source in this version: the section is always listed as not looked at.',
  },
  {
    item: 'feedback sheets and research of methodists',
    paragraph: 'annex 12 (sheet of methodists)',
    reason: 'No source in this version; the observation section stands for them.',
  },
  {
    item: 'figures of the organisation of a head',
    paragraph: 'annex 13',
    reason: 'No source in this version: the section is always listed as not looked at.',
  },
  {
    item: 'number of authors of method materials, dead links, competence of the council',
    paragraph: 'annex 12 row 3.1',
    reason: 'The register of minutes tells none of them.',
  },
  {
    item: 'wrong channel, application window, once in a school year',
    paragraph: 'p. 15; annex 1 item 10',
    reason: 'The channel follows from the category; the Platform itself admits the application.',
  },
  {
    item: 'a diploma whose profile differs from the post without retraining',
    paragraph: 'annex 1 item 8(3)',
    reason: 'No list connects specialities with posts.',
  },
  {
    item: 'higher education of a master',
    paragraph: 'p. 5',
    reason: 'Read in a secondary text only; any valid diploma of the levels 05 to 08 is enough.',
  },
  {
    item: 'a contract for another post than the one claimed, two main jobs, contract against pension contributions',
    paragraph: 'annex 1 item 8(4)',
    reason: 'Posts are free text in the register of contracts, and no source compares contributions.',
  },
  {
    item: 'a category for another post than the one claimed',
    paragraph: 'p. 31',
    reason: 'Categories spread over posts; no rule of it is data yet.',
  },
  {
    item: 'a test in another subject, or not in the database of the centre',
    paragraph: 'p. 62; annex 11',
    reason: 'Subject codes of tests and posts have no common list; the centre answers with what counts.',
  },
  {
    item: 'a language certificate of a teacher of another subject',
    paragraph: 'p. 55–56',
    reason: 'The certificate frees teachers of its language; no list tells which subject codes are languages, so that any valid one frees.',
  },
  {
    item: 'a class that the teacher does not teach',
    paragraph: 'annex 12 row 1.1',
    reason: 'The journal is asked by the person of the teacher; no list of lessons is there to compare with.',
  },
  {
    item: 'whether growth of knowledge quality is meant by the year or over the three years',
    paragraph: 'annex 12 row 1.1',
    reason: 'The text leaves it open: both are computed and the edition chooses; the cases are series in which both agree.',
  },
  {
    item: 'courses out of profile, without proof of use, one certificate for two posts',
    paragraph: 'annex 12 row 4.1 and notes',
    reason: 'Scoring of the commission; the profile is shown with the course.',
  },
  {
    item: 'a person registered as dead or blocked',
    paragraph: 'annex 1 item 9',
    reason: 'The status is shown with the person; no gap code is meant for it.',
  },
  {
    item: 'length, topic and similarity of the essay',
    paragraph: 'p. 59',
    reason: 'Topics are set every year and no source compares texts; the number of words is shown.',
  },
  {
    item: 'achievements of an early attestation',
    paragraph: 'p. 63–64',
    reason: 'Counting four, five or six achievements is a decision on the level.',
  },
  {
    item: 'a member of the reserve who was appointed before',
    paragraph: 'p. 34',
    reason: 'The status of the list is shown; whether an earlier appointment uses the right up is read nowhere.',
  },
  {
    item: 'categories without procedure beside the reserve: doctors, graduates abroad, specialists of industry',
    paragraph: 'p. 28, 32, 33',
    reason: 'No source tells who they are.',
  },
]
