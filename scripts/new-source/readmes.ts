import type { NewSource } from './plan.ts'
import { listsIn } from './value.ts'

/** What the templates of a kind tell people. */
export interface Told {
  /** How the source is asked, one paragraph. */
  readonly asked: string
  /** How it misbehaves, as far as the kind says it. */
  readonly misbehaves: string
  /** Names of settings beside the address. */
  readonly settings: readonly string[]
  /** Lines for the mock: endpoints, credentials, scenarios. */
  readonly endpoints: string
  readonly credentials: string
  readonly scenarios: string
}

function fillsText({ facts, open, fills }: NewSource): string {
  const given = facts.map(({ type, section }) => `facts of the type \`${type}\` in \`${section}\``).join(', ')
  const later =
    open.length === 0
      ? ''
      : ` Which records belong to ${open.map((section) => `\`${section}\``).join(', ')} is to be decided in \`normalise.ts\`.`
  const lists = facts.flatMap(({ value }) => listsIn(value))
  const unread = lists.length === 0 ? '' : ` Not read yet: ${lists.map((pointer) => `\`${pointer}\``).join(', ')}.`
  return `${fills.map((section) => `\`${section}\``).join(', ')}: ${given}.${later}${unread}`
}

/** `README.md` of an adapter, under the headings of them all. */
export function adapterReadme(source: NewSource, { asked, misbehaves, settings }: Told): string {
  const { id, title, setting, single, facts } = source
  const natural = single
    ? 'The id of the record; without one there is only one of its type.'
    : `The id of the record; without one, ${facts[0].mandatory
        .flat()
        .map((key) => `\`${key}\``)
        .join(', ')}.`
  const sections: Readonly<Record<string, string>> = {
    'What it is': `${title.en}. Generated for the kind \`${source.kind}\`: the names of keys, addresses and codes are placeholders until the contract of the source replaces them.`,
    Owner: 'Not named yet.',
    'How it is asked': asked,
    'What it fills': fillsText(source),
    'Natural keys': `${natural} Never a person number.`,
    'How it misbehaves': misbehaves,
    Settings: `\`${setting}_URL\`, ${[...settings, 'TIMEOUT_MS', 'CONCURRENCY', 'RATE', 'CONSENT', 'PROBE_SECONDS'].map((name) => `\`_${name}\``).join(', ')}.`,
  }
  return `# ${id}\n\n${Object.entries(sections)
    .map(([heading, text]) => `## ${heading}\n\n${text}\n`)
    .join('\n')}`
}

/** `README.md` of a mock. */
export function mockReadme({ id, title, kind, single }: NewSource, { endpoints, credentials, scenarios }: Told): string {
  const people = single ? 'Everybody of the cast has one record.' : 'Everybody of the cast has two records, of two years.'
  const sections: Readonly<Record<string, string>> = {
    'What it plays': `${title.en}, generated for the kind \`${kind}\`.`,
    Endpoints: endpoints,
    Credentials: credentials,
    Scenarios: scenarios,
    'Typical people': people,
  }
  return `# ${id} (mock)\n\n${Object.entries(sections)
    .map(([heading, text]) => `## ${heading}\n\n${text}\n`)
    .join('\n')}`
}
