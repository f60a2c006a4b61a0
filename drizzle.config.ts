import { defineConfig } from 'drizzle-kit'

/** Only for `npm run db:generate`: writes the next migration from the tables; needs no database. */
export default defineConfig({ dialect: 'postgresql', schema: './src/store/tables.ts', out: './src/store/migrations' })
