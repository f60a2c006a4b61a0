function folded(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}

function pairsOf(name: string): readonly string[] {
  return Array.from({ length: Math.max(0, name.length - 1) }, (_, start) => name.slice(start, start + 2))
}

/** How close two names of keys are, 0 to 1: the same but for case and signs, one within the other, else by their pairs of letters (Dice). */
export function closeness(one: string, other: string): number {
  const [first, second] = [folded(one), folded(other)]
  if (first === '' || second === '') return 0
  if (first === second) return 1
  if (first.includes(second) || second.includes(first)) return 0.9
  const [left, right] = [pairsOf(first), [...pairsOf(second)]]
  const common = left.filter((pair) => {
    const place = right.indexOf(pair)
    if (place >= 0) right.splice(place, 1)
    return place >= 0
  })
  return (2 * common.length) / Math.max(1, first.length + second.length - 2)
}
