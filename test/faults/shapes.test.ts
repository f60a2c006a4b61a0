import { shapes } from './groups/shapes.ts'
import { promised } from './promised.ts'

promised(shapes)
