import { refusals } from './groups/refusals.ts'
import { promised } from './promised.ts'

promised(refusals)
