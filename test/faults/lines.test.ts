import { lines } from './groups/lines.ts'
import { promised } from './promised.ts'

promised(lines)
