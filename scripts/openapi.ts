import { writeFile } from 'node:fs/promises'
import { createApp } from '../src/app.ts'
import type { Deps } from '../src/deps.ts'
import { apiDocument } from '../src/routes/api-document.ts'

/* Writes openapi.json from the routes: `npm run openapi`. */

/** The document asks nothing of the outside; only a request would. */
const deps = {} as Deps

await writeFile(new URL('../openapi.json', import.meta.url), `${JSON.stringify(apiDocument(createApp(deps)), null, 2)}\n`)
