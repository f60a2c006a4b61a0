import { DEVELOPMENT_AUDIENCE, DEVELOPMENT_ISSUER, developmentKey } from '../src/auth/development.ts'
import { TOKEN_USAGE, TokenUsageError, tokenClaims } from '../src/auth/token-request.ts'

/* Prints one token of development and nothing else: `npm run -s token -- --role platform` (API page, 2). */

const { AUTH_ISSUER, AUTH_AUDIENCE, DATA_DIR } = process.env

try {
  const issuer = AUTH_ISSUER || DEVELOPMENT_ISSUER
  const claims = tokenClaims(process.argv.slice(2), issuer, AUTH_AUDIENCE || DEVELOPMENT_AUDIENCE, Math.floor(Date.now() / 1000))
  const key = await developmentKey(DATA_DIR || '.data')
  console.log(await key.sign(claims))
} catch (error) {
  const usage = error instanceof TokenUsageError
  console.error(error instanceof Error ? error.message : 'no token was made')
  if (usage) console.error(`\n${TOKEN_USAGE}`)
  process.exitCode = usage ? 2 : 1
}
