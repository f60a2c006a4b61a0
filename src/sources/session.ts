import type { Access } from '../../adapters/adapter.ts'
import type { SourceId } from '../../schemas/section.ts'
import type { Clock } from '../ports.ts'

type SessionAccess = Extract<Access, { kind: 'session' }>
type Token = NonNullable<ReturnType<SessionAccess['token']>>

/** Session tokens of all sources, in memory. */
export interface SessionKeeper {
  /** The token in force, or a new one by `login`. */
  token(source: SourceId, login: () => Promise<Token>): Promise<string>
  /** Forgets a token that was refused, unless it was renewed already. */
  forget(source: SourceId, token: string): void
}

/** A token is renewed so long before its end, milliseconds. */
const EARLY_MS = 30_000

/** `shared`: askers who need a token at once wait for one login; on Workers no promise is shared between requests. */
export function createSessionKeeper(clock: Clock, shared: boolean): SessionKeeper {
  const kept = new Map<SourceId, { readonly token: string; readonly until: number }>()
  const running = new Map<SourceId, Promise<string>>()

  async function renew(source: SourceId, login: () => Promise<Token>): Promise<string> {
    const { token, seconds } = await login()
    const life = seconds * 1000
    kept.set(source, { token, until: clock.monotonic() + Math.max(life - EARLY_MS, life / 2) })
    return token
  }
  return {
    async token(source, login) {
      const current = kept.get(source)
      if (current && current.until > clock.monotonic()) return current.token
      const joined = running.get(source)
      if (joined) return joined
      const renewal = renew(source, login)
      if (!shared) return renewal
      running.set(source, renewal)
      return renewal.finally(() => running.delete(source))
    },
    forget(source, token) {
      if (kept.get(source)?.token === token) kept.delete(source)
    },
  }
}
