import { bodies } from './groups/bodies.ts'
import { promised } from './promised.ts'

promised(bodies)
