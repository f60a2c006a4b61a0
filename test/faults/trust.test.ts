import { trust } from './groups/trust.ts'
import { promised } from './promised.ts'

promised(trust)
