import { vouched } from './groups/vouched.ts'
import { promised } from './promised.ts'

promised(vouched)
