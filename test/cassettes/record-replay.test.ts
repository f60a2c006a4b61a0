import { expect, test } from 'vitest'
import { adapters } from '../../adapters/index.ts'
import { memoryCassettes } from '../../src/cassettes/memory-cassettes.ts'
import { replayCase } from '../../src/cassettes/replay-case.ts'
import { stableText } from '../../src/cassettes/volatile.ts'
import { createRecordingRig } from '../support/recording-rig.ts'

test('tries', async () => {
  const store = memoryCassettes()
  const rig = createRecordingRig({ store, mode: 'record' })
  for (const { claim, archetype } of rig.government.cast) {
    const live = await rig.collect({ ...claim, caseId: archetype })
    const name = [...store.kept.keys()].findLast((key) => key.startsWith('case-')) ?? ''
    const all = [...store.kept].filter(([key]) => key === name || key.startsWith('lists-')).map(([, one]) => one)
    const one = await replayCase(all, { adapters })
    const two = await replayCase(all, { adapters })
    if (JSON.stringify(one.portfolio) !== JSON.stringify(two.portfolio)) console.log('unstable', archetype)
    const status = (p: typeof live) =>
      p.sources
        .map(({ source, outcome, reason }) => `${source} ${outcome} ${reason}`)
        .sort()
        .join('\n')
    expect(status(one.portfolio), archetype).toBe(status(live))
    const gaps = (p: typeof live) =>
      p.gaps
        .map(({ section, code, pointer }) => `${section} ${code} ${pointer}`)
        .sort()
        .join('\n')
    expect(gaps(one.portfolio), archetype).toBe(gaps(live))
    expect(one.missed).toEqual([])
    expect(stableText(one.portfolio)).toBe(stableText(two.portfolio))
  }
  console.log(rig.failures, rig.warned)
  console.log([...store.kept].map(([name, c]) => `${name} ${c.exchanges.length} ${JSON.stringify(c).length}`).join('\n'))
}, 120000)
