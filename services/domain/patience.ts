/** How often a document is tried before it is set aside for a person. */
const mostFailures = 3;
/** A hub that dies may have died of any document that it had in hand, or of none: it takes more of these to suspect one. */
const mostDeaths = 5;

/** Whether a document was tried often enough to need a person. */
export function isTriedEnough({ failures, deaths }: { readonly failures: number; readonly deaths: number }): boolean {
  return failures >= mostFailures || deaths >= mostDeaths;
}
