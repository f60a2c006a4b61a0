/** One line that says whether a promise was kept in this run. */
export function verdict(text: string, reached: boolean): void {
  console.log(`${reached ? '✔' : '✖'} ${text}`)
}
