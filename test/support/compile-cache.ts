import { fileURLToPath } from 'node:url'

/** For processes that tests start: what one has compiled, the next finds, as under `npm start`. */
export const compileCache = { NODE_COMPILE_CACHE: fileURLToPath(new URL('../../node_modules/.cache/node', import.meta.url)) }
