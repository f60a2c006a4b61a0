import { store } from './groups/store.ts'
import { promised } from './promised.ts'

// A whole server is made, started and recovered in each.
promised(store, 90_000)
