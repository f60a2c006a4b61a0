import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Every file that the repository knows, with its text; what is no text is read as Latin-1. */
export function trackedFiles(): readonly { readonly path: string; readonly text: string }[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  const paths = listed.split('\0').filter((path) => path !== '')
  return paths.flatMap((path) => {
    try {
      return [{ path, text: readFileSync(path, 'utf8') }]
    } catch {
      // Removed and not yet committed, or a link to a folder.
      return []
    }
  })
}
