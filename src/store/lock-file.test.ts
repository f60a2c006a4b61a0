import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { StoreLocked, takeLock } from './lock-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'lock-'))
const path = join(folder, 'db.lock')
/** A process that has ended. */
const gone = spawnSync(process.execPath, ['-e', '']).pid
const module = new URL('./lock-file.ts', import.meta.url).href

beforeEach(() => rmSync(path, { force: true }))
afterAll(() => rmSync(folder, { recursive: true }))

test('writes its pid and gives the lock back', () => {
  const release = takeLock(path)
  expect(readFileSync(path, 'utf8').split(' ')[0]).toBe(String(process.pid))
  release()
  expect(readdirSync(folder)).toEqual([])
})

test('refuses while a live process holds it, and names that process', () => {
  writeFileSync(path, String(process.ppid))
  expect(() => takeLock(path)).toThrow(new StoreLocked(process.ppid))
  expect(new StoreLocked(process.ppid).message).toContain(`process ${process.ppid}:`)
  expect(readFileSync(path, 'utf8')).toBe(String(process.ppid))
})

test('refuses a second taker in the same process', () => {
  const release = takeLock(path)
  expect(() => takeLock(path)).toThrow(StoreLocked)
  release()
  takeLock(path)()
})

test('takes over the lock of a process that is gone, or that is unreadable', () => {
  for (const stale of [`${gone}`, `${gone} 12345`, '', 'no pid']) {
    writeFileSync(path, stale)
    const release = takeLock(path)
    expect(readFileSync(path, 'utf8')).toMatch(new RegExp(`^${process.pid}\\b`))
    release()
  }
})

test.runIf(existsSync('/proc/self/stat'))('takes over where another process has got the number since', () => {
  writeFileSync(path, `${process.ppid} 1`)
  takeLock(path)()
  expect(existsSync(path)).toBe(false)
})

test('leaves a lock that is not its own', () => {
  const release = takeLock(path)
  writeFileSync(path, String(process.ppid))
  release()
  expect(readFileSync(path, 'utf8')).toBe(String(process.ppid))
})

test('gives the lock back when the process ends without closing', () => {
  const script = `const { takeLock } = await import(${JSON.stringify(module)}); takeLock(${JSON.stringify(path)}); process.exit(3)`
  const ended = spawnSync(process.execPath, ['--input-type=module', '-e', script])
  expect([ended.status, existsSync(path)]).toEqual([3, false])
})
