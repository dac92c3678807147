const deepest = 64;

/** JSON that is nested deeper than anybody means it; recursion over it would end in a stack overflow. */
export class TooDeepError extends Error {
  override readonly name = 'TooDeepError';
}

/**
 * `JSON.parse` for text of strangers.
 * @throws SyntaxError when it is not JSON; TooDeepError when arrays and objects are nested more than 64 deep.
 */
export function parseJson(text: string): unknown {
  if (depthOf(text) > deepest) throw new TooDeepError(`The JSON is nested more than ${deepest} deep.`);
  return JSON.parse(text);
}

/** The deepest nesting, at once where it is too deep; brackets inside of strings do not count. */
function depthOf(text: string): number {
  let [depth, most, quoted] = [0, 0, false];
  for (let at = 0; at < text.length && most <= deepest; at += 1) {
    const c = text[at];
    if (quoted) {
      if (c === '\\') at += 1;
      else if (c === '"') quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === '[' || c === '{') most = Math.max(most, ++depth);
    else if (c === ']' || c === '}') depth -= 1;
  }
  return most;
}
