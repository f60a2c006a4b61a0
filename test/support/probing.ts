import { vi } from 'vitest'
import { TransportFault } from '../../src/ports.ts'
import { startProber } from '../../src/sources/prober.ts'
import { adapterOf, createRig, type RigOptions, type Script } from './ask-rig.ts'

/** A source with a probe of its own. */
export const probed = adapterOf({ probe: { method: 'GET', path: '/probe' } })

/** A source of which nothing answers. */
export const dead: Script = () => Promise.reject(new TransportFault('connect', 'refused'))

/** A prober on its timer over one source that is probed every minute, and when it was called; the timers are those of the test. */
export function probing(script: Script, { settings, ...options }: RigOptions = {}) {
  const calls: { readonly path: string; readonly at: number }[] = []
  const begun = performance.now()
  const rig = createRig({
    adapters: [probed],
    ...options,
    settings: { probeSeconds: 60, ...settings },
    script(call, signal) {
      calls.push({ path: call.path, at: Math.round(performance.now() - begun) })
      return script(call, signal)
    },
  })
  const health = () => rig.board.get('diplomas')!
  return { ...rig, calls, health, timer: startProber(rig.prober), seconds: (count: number) => vi.advanceTimersByTimeAsync(count * 1000) }
}
