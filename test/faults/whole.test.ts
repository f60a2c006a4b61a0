import { whole } from './groups/whole.ts'
import { promised } from './promised.ts'

promised(whole)
