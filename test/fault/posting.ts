export interface Answer {
  /** HTTP status; 0 when the connection broke before an answer came. */
  readonly status: number;
  /** Why no answer came. */
  readonly broke?: string;
  readonly id?: string;
  readonly duplicate?: boolean;
}

interface Receipt {
  readonly documents?: readonly { readonly id: string; readonly duplicate: boolean }[];
}

/** Posts one document to the inbox; a broken connection is an answer as well. */
export async function post(url: string, key: string, body: Uint8Array): Promise<Answer> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/edi-x12' };
  try {
    const response = await fetch(`${url}/v1/inbox`, { method: 'POST', headers, body: new Uint8Array(body) });
    const { documents } = (await response.json()) as Receipt;
    const [document] = documents ?? [];
    return { status: response.status, ...(document && { id: document.id, duplicate: document.duplicate }) };
  } catch (error) {
    const { message, cause } = error as Error;
    return { status: 0, broke: cause instanceof Error ? `${message}: ${cause.message}` : message };
  }
}

/** Posts all of them, `atOnce` at a time. @returns the answers in the order of the bodies. */
export async function postAll(
  url: string,
  key: string,
  bodies: readonly Uint8Array[],
  options: { atOnce?: number; answered?: (answer: Answer, place: number) => void } = {},
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  let next = 0;
  const run = async () => {
    while (next < bodies.length) {
      const place = next++;
      const answer = await post(url, key, bodies[place]!);
      answers[place] = answer;
      options.answered?.(answer, place);
    }
  };
  await Promise.all(Array.from({ length: options.atOnce ?? 16 }, run));
  return answers;
}
