import { adapters } from '../adapters/index.ts'
import { adapterContract } from './adapter-contract.ts'

for (const adapter of adapters) adapterContract(adapter)
