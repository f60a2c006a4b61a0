import { injection } from './groups/injection.ts'
import { promised } from './promised.ts'

/** On a busy machine the embedded database alone takes so long to open. */
const PATIENCE = 120_000

promised(injection, PATIENCE)
