export { memoryCopies, memoryInbox } from '../../src/store/memory.ts'
