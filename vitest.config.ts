import { fileURLToPath } from 'node:url'
import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { PlainReporter } from './test/support/plain-reporter.ts'

/** As in wrangler.toml: the Node builds of pino and postgres.js run in workerd, their browser and edge builds lose output. */
const alias = Object.fromEntries(
  Object.entries({ pino: './node_modules/pino/pino.js', postgres: './node_modules/postgres/src/index.js' }).map(([name, path]) => [
    name,
    fileURLToPath(new URL(path, import.meta.url)),
  ]),
)
const globalSetup = ['test/support/global-setup.ts']

export default defineConfig({
  test: {
    // Half of the tests wait for somebody: as many files at once as there are processors, not one less.
    maxWorkers: '100%',
    reporters: ['default', new PlainReporter()],
    projects: [
      {
        test: {
          name: 'node',
          include: ['{schemas,adapters,mocks,src,test,scripts}/**/*.test.ts'],
          exclude: ['test/runtime/worker/**', 'node_modules/**'],
          globalSetup,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [cloudflareTest({ miniflare: { compatibilityDate: '2026-10-01', compatibilityFlags: ['nodejs_compat'] } })],
        resolve: { alias },
        test: {
          name: 'worker',
          include: ['test/runtime/worker/**/*.test.ts'],
          globalSetup: [...globalSetup, 'test/support/replay-setup.ts'],
          testTimeout: 30_000,
        },
      },
    ],
  },
})
