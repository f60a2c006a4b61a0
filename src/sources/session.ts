import type { SourceId } from '../../schemas/section.ts'
import type { Clock } from '../ports.ts'
import { failureOf } from './fault.ts'

/** A token as a login gave it, with its life in seconds. */
export interface Token {
  readonly token: string
  readonly seconds: number
}

/** Session tokens of all sources, in memory. */
export interface SessionKeeper {
  /** The token in force, or the one that `login` brings; its errors pass through. */
  token(source: SourceId, login: () => Promise<Token>): Promise<string>
  /** Keeps a token that was brought without need: a source may have ended the one before. */
  keep(source: SourceId, token: Token): void
  /** Forgets a token that was refused, unless it was renewed already. */
  forget(source: SourceId, refused: string): void
}

/** A token is given up so long before its end, milliseconds; a short one at half its life. */
const EARLY_MS = 30_000

function isLate(error: unknown): boolean {
  return failureOf(error)?.verdict.reason === 'timeout'
}

/** `shared`: askers who need a token at once wait for one login; on Workers no promise is shared between requests. */
export function createSessionKeeper(clock: Clock, shared: boolean): SessionKeeper {
  const kept = new Map<SourceId, { readonly token: string; readonly until: number }>()
  const running = new Map<SourceId, Promise<string>>()

  function keep(source: SourceId, { token, seconds }: Token): void {
    const life = seconds * 1000
    kept.set(source, { token, until: clock.monotonic() + Math.max(life - EARLY_MS, life / 2) })
  }
  async function renew(source: SourceId, login: () => Promise<Token>): Promise<string> {
    const token = await login()
    keep(source, token)
    return token.token
  }
  function lead(source: SourceId, login: () => Promise<Token>): Promise<string> {
    const renewal = renew(source, login).finally(() => running.delete(source))
    running.set(source, renewal)
    return renewal
  }

  return {
    async token(source, login) {
      const current = kept.get(source)
      if (current && current.until > clock.monotonic()) return current.token
      if (!shared) return renew(source, login)
      for (let renewal = running.get(source); renewal; renewal = running.get(source)) {
        try {
          return await renewal
        } catch (error) {
          // The limit of the one who logged in passed; ours may not have.
          if (!isLate(error)) throw error
        }
      }
      return lead(source, login)
    },
    keep,
    forget(source, refused) {
      if (kept.get(source)?.token === refused) kept.delete(source)
    },
  }
}
