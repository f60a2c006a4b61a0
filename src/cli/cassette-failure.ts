import type { Language } from '../../schemas/trilingual.ts'
import type { CassetteFault } from '../cassettes/entry.ts'
import { CliFailure, EXIT } from './failure.ts'
import { messages } from './messages.ts'

/** What was wrong with the files, in the words of the terminal; null: it was something else. */
export function cassetteFailure(error: unknown, language: Language): CliFailure | null {
  const { name, file, fault, detail } = error as Partial<CassetteFault>
  if (name !== 'CassetteFault' || fault === undefined) return null
  return new CliFailure(
    fault === 'missing' ? EXIT.notFound : EXIT.usage,
    [`${file}: ${messages[`cassette_${fault}`][language]}`, detail].join(' ').trim(),
  )
}
