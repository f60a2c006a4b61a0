import { fileURLToPath } from 'node:url'
import { readCollection } from './bruno/collection.ts'
import { runCollection } from './bruno/run.ts'

/* `npm run bruno`: sends the collection of docs/clients/bruno to a running demo. GATEWAY_TOKEN, and GATEWAY_URL and MOCKS_URL where they differ. */

const { GATEWAY_URL, MOCKS_URL, GATEWAY_TOKEN } = process.env
if (!GATEWAY_TOKEN) {
  console.error('GATEWAY_TOKEN is not set: the demo prints one (export TOKEN=…), or npm run -s token -- --role platform')
  process.exit(2)
}
const given = { gateway: GATEWAY_URL, mocks: MOCKS_URL, token: GATEWAY_TOKEN }
const own = Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : [])))
const ran = await runCollection(await readCollection(fileURLToPath(new URL('../docs/clients/bruno', import.meta.url)), 'local'), own)
for (const { name, status, broken } of ran) {
  console.log(`${broken.length === 0 ? '✔' : '✖'} ${status} ${name}`)
  for (const assertion of broken) console.log(`    ${assertion}`)
}
process.exitCode = ran.some(({ broken }) => broken.length > 0) ? 1 : 0
