import { tls } from './groups/tls.ts'
import { promised } from './promised.ts'

promised(tls)
