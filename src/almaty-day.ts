const ALMATY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Almaty', year: 'numeric', month: '2-digit', day: '2-digit' })

/** The day in Almaty, `yyyy-MM-dd`, at a point of time in milliseconds since 1970: the calendar of the Rules' terms. */
export function almatyDay(at: number): string {
  return ALMATY.format(at)
}
