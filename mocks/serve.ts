import { mockEnvironment } from './environment.ts'
import { startPretendGovernment } from './listen.ts'
import { scenarioTable } from './scenario-table.ts'
import { readSettings } from './settings.ts'

/** `npm run mocks`: the pretend government alone; MOCKS_PORT is 8788, the other variables stand in `settings.ts`. `--list`: the scenarios. */
async function serve(): Promise<void> {
  const settings = readSettings(process.env)
  if ('faults' in settings) {
    for (const fault of settings.faults) console.error(fault)
    process.exitCode = 2
    return
  }
  const { HOST, MOCKS_PORT } = process.env
  const listening = await startPretendGovernment({ host: HOST || '127.0.0.1', port: Number(MOCKS_PORT || 8788), ...settings.options })
  console.log(`The pretend government listens on ${listening.url}`)
  console.log(`People, scenarios, journal: ${listening.url}/__mock/ui   as JSON: ${listening.url}/__mock`)
  console.log('\nFor the gateway in another terminal (…/~KEY/… in place of …/… gives you one of your own):\n')
  for (const [key, value] of Object.entries(mockEnvironment(listening.url))) console.log(`export ${key}=${value}`)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => listening.close().then(() => process.exit(0)))
}

if (process.argv.includes('--list')) console.log(scenarioTable())
else await serve()
