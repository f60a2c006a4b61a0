import type { Adapter } from './adapter.ts'
import * as register from './register.ts'

/** Every registered source, in the order of the register's names. */
export const adapters: readonly Adapter[] = Object.values(register)
