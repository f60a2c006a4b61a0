import { defineConfig } from 'vitest/config'

/**
 * The pure core alone, for `npm run coverage` and `npm run mutation`: no sockets, no database, no Worker. Every line and branch of it is
 * run by its own tests; data and types have none.
 */
export default defineConfig({
  test: {
    // Three times as fast; mutants of constants, which are met when a module is loaded, are left out for it (ignoreStatic): they are data.
    isolate: false,
    include: ['src/{portfolio,rulebook}/**/*.test.ts', 'test/golden/**/*.test.ts'],
    // Properties take long, and what reads the text of the code runs none of it.
    exclude: ['**/*.property.test.ts', 'src/rulebook/thresholds.test.ts'],
    coverage: {
      provider: 'v8',
      include: ['src/portfolio/**/*.ts', 'src/rulebook/**/*.ts'],
      exclude: ['**/*.test.ts'],
      reporter: [['text', { skipFull: true }]],
      thresholds: { 100: true },
    },
  },
})
