import { persons } from './groups/persons.ts'
import { promised } from './promised.ts'

promised(persons)
