/** Fields in which two replays of one cassette may differ, each with the reason. Everything else is the same to the byte. */
export const VOLATILE: Readonly<Record<string, string>> = {
  exchangeId: 'numbered in the order in which calls end, which the runtime decides',
  payloadHash: 'answers of the bus repeat the id of our message, which is numbered in the same order',
}
