import { beforeAll, describe, expect, test } from 'vitest'
import { bundleWorker, MOST_KIB, type WorkerBundle } from '../support/worker-bundle.ts'

describe('the bundle of the Worker', () => {
  let bundle: WorkerBundle
  beforeAll(async () => {
    bundle = await bundleWorker()
  })

  test('keeps within its budget', () => {
    expect(bundle.kib).toBeGreaterThan(100)
    expect(bundle.kib).toBeLessThanOrEqual(MOST_KIB)
  })

  test('puts a stand-in before no other package than the one that it is meant for', () => {
    expect(bundle.standIns).toEqual([
      'src/no-json-schema.ts ← zod/v4/classic/external.js',
      'src/no-thread-stream.ts ← pino/lib/transport.js',
      'src/sources/no-xmlbuilder.ts ← xml2js/lib/builder.js',
      'src/sources/xml-entities.ts ← @xmldom/xmldom/lib/dom-parser.js',
      'src/zod-locales.ts ← zod/v4/classic/external.js',
      'src/zod-locales.ts ← zod/v4/core/index.js',
    ])
  })
})
