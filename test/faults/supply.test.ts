import { supply } from './groups/supply.ts'
import { promised } from './promised.ts'

promised(supply)
