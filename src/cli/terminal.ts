import type { Language } from '../../schemas/trilingual.ts'
import type { Gateway } from './gateway.ts'

/** The looks that a text may have where colour is wanted. */
export type Look = 'bold' | 'dim' | 'red' | 'yellow' | 'green'

/** What a command line gets from its process. */
export interface Terminal {
  /** Data: stdout. */
  readonly out: (text: string) => void
  /** Everything else: stderr. */
  readonly err: (text: string) => void
  /** The text in a look, or as it is where there is no colour. */
  readonly paint: (look: Look, text: string) => string
  /** Characters in a line. */
  readonly width: number
  readonly env: Readonly<Record<string, string | undefined>>
  readonly fetch: typeof fetch
  /** All that is written to stdin. */
  readonly stdin: () => Promise<string>
}

/** What a command works with. */
export interface Desk extends Pick<Terminal, 'out' | 'err' | 'paint' | 'width'> {
  readonly gateway: Gateway
  readonly language: Language
  readonly json: boolean
}

/** What a command works with that does its work here and asks no gateway. */
export interface LocalDesk extends Terminal {
  readonly language: Language
  readonly json: boolean
}
