import { z } from 'zod'
import { WireDay, WireDictionary, WireName, WireText, wireObject, wireText, wireValue } from '../../schemas/wire.ts'

/** The code of the gender: 1 male, 2 female; any other is null here and stays in `raw`. */
const WireSex = wireValue((given) => {
  const code = wireText(given)
  return code === '1' ? 'male' : code === '2' ? 'female' : null
})

const FormerName = z.object({ surname: WireName, name: WireName, patronymic: WireName, until: WireDay })
/** A lone name as an object, several as an array, as they were sent (quirk Q11). Other elements in their place are a changed shape. */
const FormerNames = z.strictObject({ name: wireObject(z.union([FormerName, z.array(wireObject(FormerName))])) })

/** One `person` of the answer: only the fields that we read (contract page, A). */
export const PersonWire = z.object({
  surname: WireName,
  name: WireName,
  patronymic: WireName,
  birthDate: WireDay,
  gender: wireObject(z.object({ code: WireSex, nameRu: WireText, nameKz: WireText })),
  lifeStatus: WireDictionary,
  formerNames: wireObject(FormerNames),
})
export type PersonWire = z.infer<typeof PersonWire>
