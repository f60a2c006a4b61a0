import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'

/*
 * A region's nightly file of as many rows as wanted, made while it is sent. Runs as a process of its own:
 * `drop-source.ts <rows>` prints its port.
 */

const WEIGHTS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
const SECOND = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]
const sum = (digits: string, weights: readonly number[]) =>
  [...digits].reduce((total, digit, place) => total + Number(digit) * (weights[place] ?? 0), 0) % 11

/** The n-th invented person number; every number has its rows in the file. */
export function dropNumber(n: number): string {
  const day = String((n % 28) + 1).padStart(2, '0')
  const month = String((Math.floor(n / 28) % 12) + 1).padStart(2, '0')
  const year = String(Math.floor(n / 336) % 100).padStart(2, '0')
  for (let serial = Math.floor(n / 33_600); ; serial += 100) {
    const eleven = `${year}${month}${day}1${String(serial).padStart(4, '0')}`
    const first = sum(eleven, WEIGHTS)
    const digit = first === 10 ? sum(eleven, SECOND) : first
    if (digit !== 10) return `${eleven}${digit}`
  }
}

function row(n: number): string {
  return `${dropNumber(n)};Үлгібаева Айша;000140000002;Физика сабағындағы зертханалық жұмыстар №${n};Лабораторные работы на уроке физики №${n};${1 + (n % 4)};ОӘК;${n % 97};21.11.2024;${n}\n`
}

function* content(rows: number): Generator<Buffer> {
  let text = '\uFEFFIIN;FIO;BIN;TOPIC_KK;TOPIC_RU;LEVEL;COUNCIL;PROTOCOL_NO;PROTOCOL_DATE;REG_NO\n'
  for (let n = 0; n < rows; n++) {
    text += row(n)
    if (text.length < 65_536) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text)
}

if (process.argv[1]?.endsWith('drop-source.ts')) {
  const rows = Number(process.argv[2] ?? 300_000)
  const hash = createHash('sha256')
  for (const chunk of content(rows)) hash.update(chunk)
  const manifest = JSON.stringify([{ file: 'ped_experience_19.csv', rows, sha256: hash.digest('hex'), region: '19', date: '2026-11-24' }])
  const server = createServer(async (request, response) => {
    if (request.url?.endsWith('manifest.json')) return void response.setHeader('content-type', 'application/json').end(manifest)
    for (const chunk of content(rows)) if (!response.write(chunk)) await once(response, 'drain')
    response.end()
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    console.log(JSON.stringify({ port: typeof address === 'object' ? address?.port : null }))
  })
  process.on('SIGTERM', () => process.exit(0))
}
