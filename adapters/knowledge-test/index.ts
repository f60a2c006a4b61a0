import type { Adapter } from '../adapter.ts'
import { normaliseAttempt } from './normalise.ts'
import { search } from './search.ts'
import { AttemptWire } from './wire.ts'

/** Attempts at the knowledge test: REST, X-Api-Key, an envelope by person and year (contract page, C). */
export const knowledgeTest: Adapter<AttemptWire> = {
  id: 'knowledge-test',
  version: '1.0.0',
  title: { kk: 'Ұлттық тестілеу орталығы', ru: 'Национальный центр тестирования', en: 'National testing centre' },
  fills: ['knowledge_test'],
  service: 'knowledge-test',
  access: { kind: 'header', name: 'X-Api-Key' },
  wire: AttemptWire,
  baseline: ['testDate', 'score', 'maxScore'],
  personal: { document: ['certificateNo'], plain: ['errorCode', 'testYear', 'valid'] },
  delivery: { kind: 'pull', fetch: search },
  // No certificate of nobody: refused, and there is no list that could be given.
  probe: { method: 'POST', path: '/certificate/api/v1/ozp/verify', json: {}, alsoAccept: [400, 404, 422] },
  normalise: normaliseAttempt,
}
