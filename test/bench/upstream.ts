import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { LISTED } from './people.ts'
import { more } from './upstream-more.ts'

/*
 * The sources of the benchmark: a plain server whose answers are text templates, so that it costs far less than what it measures.
 * It has the shapes of the contract page; the person is taken from the request. Runs as a process of its own.
 */

const RUN_ON = 'upstream.ts'
const BUS = /^\/(?:diplomas|population-register|employment|egov-portal)$/
const asked: Record<string, number> = {}
/** Per source: milliseconds of delay, or -1 for no answer at all. */
const delays: Record<string, number> = {}

function diploma(iin: string, series: string, number: string, level: string): string {
  return (
    `<diploma><series>${series}</series><number>${number}</number><registrationNumber>117</registrationNumber><issueDate>1905-06-30</issueDate>` +
    `<graduationYear>1905</graduationYear><level><code>${level}</code><nameRu>Бакалавриат</nameRu><nameKz>Бакалавриат</nameKz>` +
    '<changeDate>2013-09-19T09:00:00+06:00</changeDate></level><institution><bin>000140000002</bin><nameRu>Университет примеров</nameRu>' +
    '<nameKz>Мысалдар университеті</nameKz></institution><specialityCode>5B011000</specialityCode><specialityRu>Физика</specialityRu>' +
    '<specialityKz>Физика</specialityKz><qualificationRu>Учитель физики</qualificationRu><qualificationKz>Физика мұғалімі</qualificationKz>' +
    '<honour>false</honour><foreign>false</foreign><recognitionNumber xsi:nil="true"/><recognitionDate xsi:nil="true"/><duplicate>false</duplicate>' +
    `<holder><iin>${iin}</iin><surname>ҮЛГІБАЕВА</surname><name>АЙША</name><patronymic xsi:nil="true"/></holder>` +
    '<status><code>1</code><nameRu>Действителен</nameRu><nameKz>Жарамды</nameKz><changeDate xsi:nil="true"/></status></diploma>'
  )
}

/** An answer of the synchronous channel to a request, with this `data`. */
export function synchronous(body: string, data: string): string {
  const messageId = /<messageId>([^<]*)<\/messageId>/.exec(body)?.[1] ?? ''
  return (
    '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>' +
    '<ns2:SendMessageResponse xmlns:ns2="http://bip.bee.kz/SyncChannel/v10/Types"><response><responseInfo>' +
    `<messageId>${Math.random()}</messageId><correlationId>${messageId}</correlationId><responseDate>${new Date().toISOString()}</responseDate>` +
    '<status><code>SCSS001</code><message>Message has been processed successfully</message></status></responseInfo>' +
    `<responseData>${data}</responseData></response></ns2:SendMessageResponse></soap:Body></soap:Envelope>`
  )
}

export function diplomas(body: string): string {
  const iin = /<iin>(\d{12})<\/iin>/.exec(body)?.[1] ?? ''
  const data =
    '<data xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:d="urn:mock:edu:diploma:v1" xsi:type="d:DiplomaResponse">' +
    '<messageResult><code>00000</code><nameRu>Обработано</nameRu><nameKz>Өңделді</nameKz><changeDate xsi:nil="true"/></messageResult>' +
    `<diplomas>${diploma(iin, 'BD', '00000000001', '06')}${diploma(iin, 'MD', '00000000002', '07')}${diploma(iin, 'CPR', '00000000003', '09')}</diplomas>` +
    '</data>'
  return synchronous(body, data)
}

export function quality(body: string): string {
  const { iin, to } = JSON.parse(body) as { iin: string; to: number }
  const content = [to, to - 1, to - 2].flatMap((year) =>
    ['7А', '8Б', '9В'].map((name) => ({
      teacherIin: iin,
      organisationBin: '000140000002',
      academicYear: `${year}-${year + 1}`,
      period: 'YEAR',
      subject: { code: 'PHYS', kk: 'Физика', ru: 'Физика' },
      grade: Number(name[0]),
      class: name,
      studentsTotal: 26,
      studentsAssessed: 25,
      marks: { m5: 9, m4: 10, m3: 6, m2: 0 },
      qualityPercent: '76,0',
      performancePercent: '100,0',
      vendor: 'Kundelik',
      calculatedAt: `${year + 1}-06-10T00:00:00`,
    })),
  )
  return JSON.stringify({ content, totalElements: content.length, totalPages: 1, number: 0, size: 50, last: true })
}

/** The school's list: whoever asks, two achievements of each of the first numbers that the benchmark uses. */
function achievements(): string {
  const items = Array.from({ length: 40 }, (_, index) => ({
    id: `a-${index}`,
    participantRef: `p-${index}`,
    eventCode: 'OLYMP',
    eventNameKk: 'Физика олимпиадасы',
    eventNameRu: 'Олимпиада по физике',
    eventListed: true,
    level: 3,
    result: 'winner',
    date: '2026-03-14',
    mentors: [{ iin: LISTED[index % LISTED.length] ?? null, fio: 'Үлгібаева Айша' }],
    documentNo: `D-${index}`,
    updatedAt: '2026-03-15T00:00:00Z',
  }))
  return JSON.stringify({ total: items.length, items })
}

/** What each address answers to a body. */
export const answers: Readonly<Record<string, (body: string) => string>> = {
  ...more,
  '/diplomas': diplomas,
  '/education-quality/api/v1/authorizations/bycredentials': () => '{"accessToken":"bench","expiresIn":3600}',
  '/education-quality/api/v1/education-quality/search': quality,
  '/student-achievements/api/v2/achievements': achievements,
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const path = url.pathname.replace(/(.)\/$/, '$1')
  const body = await textOf(request)
  if (path === '/__asked') return void response.end(JSON.stringify(asked))
  if (path === '/__delay') {
    delays[url.searchParams.get('source') ?? ''] = Number(url.searchParams.get('ms'))
    return void response.end('{}')
  }
  const source = path.split('/')[1] ?? ''
  const answer = answers[path]
  if (!answer) return void response.writeHead(404).end()
  if (!/bycredentials$|token$/.test(path)) asked[source] = (asked[source] ?? 0) + 1
  const delay = delays[source] ?? 0
  if (delay < 0) return
  if (delay > 0) await wait(delay)
  response.setHeader('content-type', BUS.test(path) ? 'text/xml; charset=utf-8' : 'application/json; charset=utf-8')
  response.end(answer(body))
}

if (process.argv[1]?.endsWith(RUN_ON)) {
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    serve(request, response).catch(() => response.destroy())
  })
  server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () => {
    const address = server.address()
    console.log(JSON.stringify({ port: typeof address === 'object' ? address?.port : null }))
  })
  process.on('SIGTERM', () => process.exit(0))
}
