import { z } from 'zod'

/** A text in the three languages of the gateway; kk stands first and is the default. */
export const Trilingual = z.object({ kk: z.string(), ru: z.string(), en: z.string() }).meta({ id: 'Trilingual' })
export type Trilingual = z.infer<typeof Trilingual>

/** The name of a thing as the registers hold it: Kazakh and Russian, null where the source is silent. */
export const Bilingual = z.object({ kk: z.string().nullable(), ru: z.string().nullable() }).meta({ id: 'Bilingual' })
export type Bilingual = z.infer<typeof Bilingual>

export const Language = z.enum(['kk', 'ru', 'en'])
export type Language = z.infer<typeof Language>
