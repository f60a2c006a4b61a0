import { connection } from './groups/connection.ts'
import { promised } from './promised.ts'

promised(connection)
