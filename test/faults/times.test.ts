import { times } from './groups/times.ts'
import { promised } from './promised.ts'

promised(times)
