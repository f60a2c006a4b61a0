import type { Language } from '../../schemas/trilingual.ts'

/** The language of a locale or a tag (`ru_KZ.UTF-8`, `kz`); null: none that we speak. */
export function languageOf(locale: string | undefined): Language | null {
  const primary = /^(kk|kz|ru|en)(?![a-z])/i.exec(locale ?? '')?.[1]?.toLowerCase()
  if (primary === undefined) return null
  return primary === 'ru' || primary === 'en' ? primary : 'kk'
}

/** The language of the terminal: the first of LC_ALL, LC_MESSAGES and LANG that is set decides; Kazakh where it is none of ours. */
export function languageOfTerminal(env: Readonly<Record<string, string | undefined>>): Language {
  return languageOf(env.LC_ALL || env.LC_MESSAGES || env.LANG) ?? 'kk'
}
