import { bombs } from './groups/bombs.ts'
import { promised } from './promised.ts'

promised(bombs)
