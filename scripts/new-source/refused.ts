/** Why nothing was written, in one line for a human. */
export class Refused extends Error {}

/** Where an id that the contract does not name has to be added first, in this order. */
export const AN_ID_MORE =
  'schemas/section.ts, src/rulebook/texts/sources.ts, src/rulebook/order-32-2025-02-25/sections.ts, mocks/mocks.ts, test/adapter-contract.ts (adapters/README.md, "An id more")'
