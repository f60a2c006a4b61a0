import { quirks } from './groups/quirks.ts'
import { promised } from './promised.ts'

promised(quirks)
