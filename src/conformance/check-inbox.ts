import { type Finding, keptUnless, NOT_APPLICABLE, notChecked } from './finding.ts'
import type { Posted } from './posted.ts'
import type { Survey } from './survey.ts'

/* The promises of the asynchronous channel (contract page, B). */

/** How the messages went: those about the known person, or where nobody was named, about nobody. */
function over({ known, nobody }: Survey, find: (posted: Posted) => Finding): Finding {
  const posted = (known ?? nobody).posted
  return posted ? find(posted) : NOT_APPLICABLE
}

/** `inbox.taken`. */
export function inboxTaken(survey: Survey): Finding {
  return over(survey, ({ wasTaken }) => keptUnless(wasTaken ? [] : ['no receipt']))
}

/** `inbox.delivered`. */
export function inboxDelivered(survey: Survey): Finding {
  return over(survey, ({ wasTaken, wasDelivered }) =>
    wasTaken ? keptUnless(wasDelivered ? [] : ['no message']) : notChecked('unanswered'),
  )
}

/** `inbox.again`. */
export function inboxAgain(survey: Survey): Finding {
  return over(survey, ({ cameAgain }) => (cameAgain === null ? notChecked('unanswered') : keptUnless(cameAgain ? [] : ['once'])))
}

/** `inbox.acknowledged`. */
export function inboxAcknowledged(survey: Survey): Finding {
  return over(survey, ({ cameAfterAcknowledging: came }) => (came === null ? notChecked('unanswered') : keptUnless(came ? ['again'] : [])))
}
