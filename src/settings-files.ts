import { readFileSync } from 'node:fs'
import { ConfigError, prefixOf, type SourceConfig } from './config.ts'
import type { SourceSettings } from './sources/settings.ts'

/** A file that the configuration names, read and understood; else the start is refused by the key's name. */
export function fileOf<Content>(key: string, file: string, understand: (text: string) => Content): Content {
  try {
    return understand(readFileSync(file, 'utf8'))
  } catch {
    throw new ConfigError([`${key} (a readable file of the right kind)`])
  }
}

function pem(key: string, file: string | null): string | null {
  if (file === null) return null
  return fileOf(key, file, (text) => {
    if (!/-----BEGIN [A-Z ]+-----/.test(text)) throw new TypeError('no PEM')
    return text
  })
}

/** The settings of a source with the files that they name. Throws `ConfigError`. */
export function settingsOf({ settings, mode, signKeyFile, signCertFile, verifyCertFile }: SourceConfig): SourceSettings {
  const prefix = prefixOf(settings.id)
  return {
    ...settings,
    // What was recorded has no signature that could be checked.
    sign: mode === 'replay' ? 'none' : settings.sign,
    signKey: pem(`${prefix}SIGN_KEY_FILE`, signKeyFile),
    signCert: pem(`${prefix}SIGN_CERT_FILE`, signCertFile),
    verifyCert: pem(`${prefix}VERIFY_CERT_FILE`, verifyCertFile),
  }
}
