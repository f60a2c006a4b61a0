import { processes } from './groups/process.ts'
import { promised } from './promised.ts'

// Processes are started, ended and started again in each.
promised(processes, 90_000)
