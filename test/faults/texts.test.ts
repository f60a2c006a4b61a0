import { texts } from './groups/texts.ts'
import { promised } from './promised.ts'

promised(texts)
