import { z } from 'zod'
import { dailyWindows } from './sources/maintenance.ts'

/* How single variables are written. */

const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/
/** A number as text. */
export const number = (smallest: number, largest: number) => z.coerce.number().min(smallest).max(largest)
/** A whole number as text. */
export const whole = (smallest: number, largest: number) => z.coerce.number().int().min(smallest).max(largest)
/** Any text that is no file. */
export const text = z.string().max(4096)

/** A base of 32 bytes in base64: the data keys. */
export const Key = z.string().refine((value) => /^[A-Za-z0-9+/]{43}=$/.test(value), { message: 'base64 of 32 bytes' })

/** A base URL without credentials, query or fragment; plain http only to this machine in production. */
export function baseUrl(production: boolean) {
  return z
    .url({ protocol: /^https?$/, hostname: /.+/ })
    .refine((value) => !/[?#]|\/\/[^/]*@/.test(value), { message: 'a URL without credentials, query and fragment' })
    .refine((value) => !production || value.startsWith('https:') || LOOPBACK.test(URL.parse(value)?.hostname ?? ''), {
      message: 'https in production',
    })
    .transform((value) => value.replace(/\/+$/, ''))
}

/** Never, or not oftener than a source may be tried that is down (faults page, 5). */
export const probeSeconds = whole(0, 86_400).refine((seconds) => seconds === 0 || seconds >= 10, { message: '0, or from 10' })

/** Windows of every day in Almaty: `13:00-14:00,18:00-18:30`. */
export const windows = text.transform((value, context) => {
  const read = dailyWindows(value)
  if (!read) context.issues.push({ code: 'custom', input: value, message: '13:00-14:00,18:00-18:30' })
  return read ?? z.NEVER
})
