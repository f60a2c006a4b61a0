import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'

/** What the Worker may weigh, KiB of gzip. */
export const MOST_KIB = 400

/** The Worker as it would be deployed. */
export interface WorkerBundle {
  /** KiB of gzip, one decimal. */
  readonly kib: number
  /** `file ← who asks for it`: files of ours that stand for a part of a package (wrangler.toml). */
  readonly standIns: readonly string[]
}

interface Metafile {
  readonly inputs: Readonly<Record<string, { readonly imports: readonly { readonly path: string }[] }>>
}

const PACKAGE = /.*\bnode_modules\//

function standInsOf({ inputs }: Metafile): readonly string[] {
  const packages = Object.entries(inputs).filter(([file]) => PACKAGE.test(file))
  const ours = packages.flatMap(([file, { imports }]) =>
    imports.filter(({ path }) => path.startsWith('src/')).map(({ path }) => `${path} ← ${file.replace(PACKAGE, '')}`),
  )
  return [...new Set(ours)].sort()
}

/** Bundles the Worker as `npm run bundle` does, into a folder that is thrown away. */
export async function bundleWorker(): Promise<WorkerBundle> {
  const folder = await mkdtemp(join(tmpdir(), 'worker-'))
  const words = ['node_modules/wrangler/bin/wrangler.js', 'deploy', '--dry-run', '--metafile', '--outdir', folder]
  try {
    await promisify(execFile)(process.execPath, words)
    const [script, meta] = await Promise.all(['worker.js', 'bundle-meta.json'].map((name) => readFile(join(folder, name))))
    const kib = Math.round(gzipSync(script ?? '').byteLength / 102.4) / 10
    return { kib, standIns: standInsOf(JSON.parse(String(meta))) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
