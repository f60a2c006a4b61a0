import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: ['{schemas,adapters,mocks,src,test}/**/*.test.ts'],
          exclude: ['test/runtime/worker/**', 'node_modules/**'],
          testTimeout: 20_000,
        },
      },
    ],
  },
})
