import { createHash } from 'node:crypto'
import { LISTED } from './people.ts'
import { synchronous } from './upstream.ts'

/* The other sources of the benchmark, in the shapes of the contract page. Lists are of few rows: they are answered from copies. */

const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
const iinIn = (body: string) => /(?:<|&lt;|")iin"?(?:>|:\s*")(\d{12})/.exec(body)?.[1] ?? ''

function person(body: string): string {
  const one =
    `<person><iin>${iinIn(body)}</iin><surname>ҮЛГІБАЕВА</surname><name>АЙША</name><patronymic xsi:nil="true"/><birthDate>1885-03-12</birthDate>` +
    '<gender><code>2</code></gender><lifeStatus><code>0</code></lifeStatus><citizenship><code>398</code></citizenship></person>'
  const result = '<messageResult><code>00000</code></messageResult>'
  return synchronous(body, `<data ${XSI} xmlns:d="urn:mock:gbdfl:v1" xsi:type="d:PersonResponse">${result}<persons>${one}</persons></data>`)
}

function contract(id: number, bin: string, from: string, until: string): string {
  const ends = until === '' ? '' : `<terminationDate>${until}+06:00</terminationDate>`
  return (
    `<contract><contractId>${id}</contractId><employerBin>${bin}</employerBin><employerNameRu>Школа</employerNameRu><employerNameKz>Мектеп</employerNameKz>` +
    `<contractDate>${from}+06:00</contractDate><beginDate>${from}+06:00</beginDate>${ends}<positionCode>2330-1-001</positionCode>` +
    '<positionName>Учитель</positionName><establishedPost>Учитель физики</establishedPost><partTime>false</partTime><rate>1.0</rate></contract>'
  )
}

function contracts(body: string): string {
  const both = contract(1, '010140000006', '2012-09-01', '2021-08-31') + contract(2, '000140000002', '2021-09-01', '')
  const document =
    '<?xml version="1.0" encoding="UTF-8"?><n:contractResponse xmlns:n="urn:mock:esutd:v1"><resultCode>0</resultCode>' +
    `<subject><iin>${iinIn(body)}</iin></subject><contracts>${both}</contracts></n:contractResponse>`
  const type = `xmlns:xs="http://www.w3.org/2001/XMLSchema" ${XSI} xsi:type="xs:string"`
  return synchronous(body, `<data ${type}>${document.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</data>`)
}

function attempts(body: string): string {
  const year = Number(/"testYear":(\d+)/.exec(body)?.[1])
  const attempt = {
    ...{ testDate: `14.03.${year}`, attemptKind: 'regular', positionCode: 'TEACHER', subjectCode: 'PHYS', language: 'kk', modules: [] },
    ...{ score: 42, maxScore: 50, certificateNo: `B-${year}`, annulled: false },
  }
  return JSON.stringify({ errorCode: 0, errorMessage: null, data: { iin: iinIn(body), attempts: [attempt] } })
}

function certificates(body: string): string {
  const item = (number: number) => ({
    ...{ iin: iinIn(body), certificateNo: `C-${number}`, courseCode: `K-${number}`, titleKk: 'Курс', titleRu: 'Курс', provider: 'Өрлеу' },
    ...{ hours: 72, startDate: '2026-02-01', finishDate: '2026-02-20', issuedAt: '2026-02-21', programmeAgreed: true, inProfile: true },
    status: 'active',
  })
  return JSON.stringify({ items: [item(1), item(2)], nextCursor: null })
}

function awards(): string {
  const row = (id: number) => ({
    ...{
      id,
      iin: LISTED[0],
      awardId: 'A1',
      kind: 'contest',
      level: 3,
      result: 'winner',
      date: '2025-03-01',
      orderNumber: `${id}`,
    },
    statusCode: 1,
  })
  return JSON.stringify({ content: [row(1), row(2)], totalElements: 2, totalPages: 1, number: 0, size: 100, last: true })
}

const DROP =
  '\uFEFFIIN;FIO;BIN;TOPIC_KK;TOPIC_RU;LEVEL;COUNCIL;PROTOCOL_NO;PROTOCOL_DATE;REG_NO\n' +
  `${LISTED[0]};Үлгібаева Айша;000140000002;Зертхана;Лаборатория;3;ОӘК;5;21.11.2024;1203\n`
const MANIFEST = [
  { file: 'ped_19.csv', rows: 1, sha256: createHash('sha256').update(DROP).digest('hex'), region: '19', date: '2026-11-24' },
]

function reserve(year: number): string {
  const row = { iin: LISTED[0], fio: 'Үлгібаева Айша', region: '19', status: 'excluded', orderNo: `${year}` }
  return JSON.stringify({ year, rows: [row] })
}

const ASYNC = 'http://bip.bee.kz/AsyncChannel/v10/Types'
/** Messages that wait in the portal's queue, by our own number of them. */
const waiting = new Map<string, string>()

function application(correlationId: string, iin: string): string {
  const values = (code: string, value: string) => `<updatedValues><code>${code}</code><values>${value}</values></updatedValues>`
  const category = (code: string) => `<domainItemData><code>${code}</code></domainItemData>`
  return (
    `<messages><messageInfo><messageId>m-${correlationId}</messageId><correlationId>${correlationId}</correlationId>` +
    `<messageType>RESPONSE</messageType><messageDate>${new Date().toISOString()}</messageDate></messageInfo><messageData><data><typedRequestFormImportData>` +
    `<externalRequestId>1</externalRequestId><requesterIin>${iin}</requesterIin><processingStatus>IN_PROGRESS</processingStatus>` +
    values('declared_category', category('head_1')) +
    values('current_category', category('head_2')) +
    values('submitted_at', '<date>2026-11-01</date>') +
    '</typedRequestFormImportData></data></messageData></messages>'
  )
}

function portal(body: string): string {
  const text = (name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(body)?.[1] ?? ''
  const operation = /<typ:(\w+)>/.exec(body)?.[1] ?? ''
  const content = {
    sendMessage: '<messageId>r</messageId>',
    sendDeliveryNotification: '<notificationId>n</notificationId>',
    getMessages: '',
  }
  if (operation === 'sendMessage') waiting.set(`m-${text('messageId')}`, application(text('messageId'), iinIn(body)))
  if (operation === 'sendDeliveryNotification') waiting.delete(text('messageId'))
  const taken = operation === 'getMessages' ? [...waiting.values()].slice(0, Number(text('amount'))).join('') : ''
  const response = `<response>${content[operation as keyof typeof content] ?? ''}${taken}</response>`
  return `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><a:${operation}Response xmlns:a="${ASYNC}">${response}</a:${operation}Response></s:Body></s:Envelope>`
}

/** Answers by path, beside those of `upstream.ts`. */
export const more: Readonly<Record<string, (body: string) => string>> = {
  '/population-register': person,
  '/employment': contracts,
  '/knowledge-test/certificate/api/v1/ozp/search': attempts,
  '/courses/oauth/token': () => '{"access_token":"bench","expires_in":3600}',
  '/courses/api/v1/certificates/search': certificates,
  '/teacher-achievements/org-data/TUTOR_AWARDS/find-all-pageable': awards,
  '/teacher-achievements/common-dictionary/AWARDS/find-all': () => '[{"id":"A1","nameKz":"Байқау","nameRu":"Конкурс","listed":true}]',
  '/experience-generalisation/drops/manifest.json': () => JSON.stringify(MANIFEST),
  '/experience-generalisation/drops/ped_19.csv': () => DROP,
  ...Object.fromEntries(
    [2023, 2024, 2025, 2026].map((year) => [`/leadership-reserve/reserve/1000-leaders/${year}.json`, () => reserve(year)]),
  ),
  '/egov-portal': portal,
}
