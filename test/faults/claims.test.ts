import { claims } from './groups/claims.ts'
import { promised } from './promised.ts'

promised(claims)
