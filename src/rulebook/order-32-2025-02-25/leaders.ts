/** The same three values for heads and for deputies: third, second and first category. */
export function leaders(third: number, second: number, first: number) {
  return { head_3: third, head_2: second, head_1: first, deputy_3: third, deputy_2: second, deputy_1: first }
}
