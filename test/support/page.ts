import { spawn } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/* A page of the documentation whose commands are run as they stand: fenced blocks, by their language and one word after it. */

/** A block that is run (`exit`: the code with which it must end) with the lines that it must print, or a file that it may read. */
export type Step =
  | { readonly is: 'run'; readonly line: number; readonly text: string; readonly exit: number; readonly promised: readonly string[] }
  | { readonly is: 'file'; readonly line: number; readonly text: string; readonly path: string }

const FENCE = /^```(\S+)(?: (\S+))?\n([\s\S]*?)^```$/gm
const LANGUAGES = ['sh', 'text', 'diff']

function stepOf(line: number, language: string, word: string, text: string, promised: readonly string[]): Step {
  const [key, value = ''] = word.split('=')
  if (key === 'file') return { is: 'file', line, text, path: value }
  if (language !== 'sh' || (key !== '' && key !== 'exit')) throw new Error(`line ${line}: «${language} ${word}» is no block of such a page`)
  return { is: 'run', line, text, exit: Number(value), promised }
}

/**
 * The steps of a page: `sh` is run, `sh exit=1` must end so, `sh reading` is not run, `text` stands beneath the block that prints it,
 * and `file=…` after any language writes a file. Throws on a block that is none of them.
 */
export function stepsOf(page: string): readonly Step[] {
  const blocks = [...page.matchAll(FENCE)].map(([, language = '', word = '', text = ''], place, all) => ({
    ...{ language, word, text },
    line: page.slice(0, all[place]?.index).split('\n').length,
  }))
  const wrong = blocks.find(
    ({ language, word }, place) =>
      !LANGUAGES.includes(language) || (language === 'text' && (word !== '' || blocks[place - 1]?.language !== 'sh')),
  )
  if (wrong) throw new Error(`line ${wrong.line}: «${wrong.language}» stands where it has no meaning`)
  return blocks.flatMap(({ language, word, text, line }, place) => {
    if (word === 'reading' || language === 'text') return []
    const next = blocks[place + 1]
    return [stepOf(line, language, word, text, next?.language === 'text' ? next.text.trimEnd().split('\n') : [])]
  })
}

/** The first promised line that is not printed after those before it; null: all are. `…` stands for anything. */
export function brokenPromise(promised: readonly string[], printed: string): string | null {
  const lines = printed.split('\n')
  let from = 0
  for (const promise of promised) {
    const pattern = new RegExp(
      promise
        .trim()
        .split('…')
        .map((part) => RegExp.escape(part.trim()))
        .join('.*'),
    )
    const place = lines.findIndex((line, at) => at >= from && pattern.test(line))
    if (place < 0) return promise
    from = place + 1
  }
  return null
}

/** How a step that was run ended; a code of null: it was never reached, or did not end in time. */
export interface Ran {
  readonly code: number | null
  readonly out: string
}

/** One shell for the whole page, as its reader has one: what a step exports and starts, the later ones have. */
function scriptOf(steps: readonly Step[], notes: string): string {
  const runs = steps.map((step, place) => {
    if (step.is === 'file') return `cp '${notes}/${place}' '${step.path}'`
    return `failed=; . '${notes}/${place}' > '${notes}/${place}.out' 2>&1; last=$?; echo "\${failed:-$last}" > '${notes}/${place}.code'`
  })
  return `set -E\ntrap 'failed=$?' ERR\n${runs.join('\n')}\n`
}

/** Ends everything that a shell has started, by the group whose leader it is. */
function endGroup(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // Nothing of it is left.
  }
}

/** Runs the steps in a folder, in one shell; `notes` is a folder of the caller's for what they print. Everything ends after `mostMs`. */
export async function runSteps(
  steps: readonly Step[],
  root: string,
  notes: string,
  env: NodeJS.ProcessEnv,
  mostMs: number,
): Promise<readonly Ran[]> {
  for (const [place, step] of steps.entries()) {
    await writeFile(join(notes, String(place)), step.text)
    if (step.is === 'file') await mkdir(dirname(join(root, step.path)), { recursive: true })
  }
  await writeFile(join(notes, 'all'), scriptOf(steps, notes))
  const shell = spawn('bash', [join(notes, 'all')], { cwd: root, env, detached: true, stdio: 'ignore' })
  const late = setTimeout(() => endGroup(shell.pid), mostMs)
  await new Promise((resolve) => shell.once('exit', resolve))
  clearTimeout(late)
  endGroup(shell.pid)
  const noted = (name: string) => readFile(join(notes, name), 'utf8').catch(() => null)
  return Promise.all(
    steps.map(async (_, place) => {
      const code = await noted(`${place}.code`)
      return { code: code === null ? null : Number(code), out: (await noted(`${place}.out`)) ?? '' }
    }),
  )
}
