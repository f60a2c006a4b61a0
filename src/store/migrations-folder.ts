import { fileURLToPath } from 'node:url'

/** The folder of the migrations, wherever the process was started. */
export function migrationsFolder(): string {
  return fileURLToPath(new URL('./migrations', import.meta.url))
}
