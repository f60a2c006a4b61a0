import { z } from 'zod'
import { Gap } from './gap.ts'
import { Trilingual } from './trilingual.ts'

/** The links of the chain behind a gap, in their order: the rule, what it asks for, who was asked, what was found, what follows. */
export const ChainStepName = z.enum(['rule', 'item', 'asked', 'records', 'verdict']).meta({ id: 'ChainStepName' })
export type ChainStepName = z.infer<typeof ChainStepName>

const REF = [
  'Words for machines, divided by spaces.',
  '`rule`: the edition, then the paragraph (`order-32-2025-02-25 annex 1 item 8`).',
  '`item`: `section:<id>`.',
  '`asked`: `source:<id>`, then `outcome:<outcome>[/<reason>]`, `asked:<instant>`, `asof:<instant>` and `exchange:<id>` where there are such; `source:none` where no source exists.',
  '`records`: one `fact:<id>` for each fact concerned; where no single fact is, `section:<id> records:<count>`.',
  '`verdict`: `code:<gap code>`.',
].join(' ')

/** One link: a text for people, kk first, and a reference for machines. */
export const ChainStep = z.object({ step: ChainStepName, text: Trilingual, ref: z.string().describe(REF) }).meta({
  id: 'ChainStep',
  description: '`asked` stands once for each source that could fill the section; `records` is left out where nobody has answered.',
})
export type ChainStep = z.infer<typeof ChainStep>

/** Why a gap stands where it stands (API page, 3). */
export const Explanation = z.object({ gap: Gap, chain: z.array(ChainStep) }).meta({ id: 'Explanation' })
export type Explanation = z.infer<typeof Explanation>
