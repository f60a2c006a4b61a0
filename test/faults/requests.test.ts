import { requests } from './groups/requests.ts'
import { promised } from './promised.ts'

promised(requests)
