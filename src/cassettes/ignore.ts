import type { SourceId } from '../../schemas/section.ts'

/** Whether a place of an answer may differ. */
export type Ignored = (source: SourceId, place: string) => boolean

/** What differs in every answer of the bus: ids and instants of the call itself (wire formats, 1.1 and 2). */
const ALWAYS = ['messageId', 'correlationId', 'sessionId', 'responseDate', 'messageDate', 'notificationId'].map((name) => `/**/${name}`)

function patternOf(rule: string): RegExp {
  const steps = rule.split('/').map((step) => {
    if (step === '**') return '(?:[^/]+/)*'
    return `${step
      .split('*')
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('[^/]*')}/`
  })
  return new RegExp(`^${steps.join('')}$`)
}

/**
 * Rules, a line each: a pointer whose steps may be `*` (one) or `**` (any number), for one source where its id and a colon stand before
 * it: `education-quality:/content/*\/calculatedAt`. Empty lines and lines that begin with `#` say nothing.
 */
export function ignoring(text: string): Ignored {
  const lines = [...ALWAYS, ...text.split('\n').map((line) => line.trim())].filter((line) => line !== '' && !line.startsWith('#'))
  const rules = lines.map((line) => {
    const [, source = null, rule = ''] = /^(?:([a-z-]+):)?(.*)$/.exec(line) ?? []
    return { source, pattern: patternOf(rule) }
  })
  return (id, place) => rules.some(({ source, pattern }) => (source === null || source === id) && pattern.test(`${place}/`))
}
