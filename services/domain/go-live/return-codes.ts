/** Why a request is returned: a number that stays, its cause, and what to do. */
export interface ReturnCode {
  readonly cause: string;
  readonly remedy: string;
}

/** All numbered codes with which a request for a go-live may be returned. A number is never given anew. */
export const returnCodes = {
  'GL-101': {
    cause: 'The agreement does not say what was settled with you.',
    remedy: 'Correct the line of the document in the agreement, have both sides sign it, and ask again.',
  },
  'GL-102': {
    cause: 'Acknowledgements or deadlines are not those that were settled.',
    remedy: 'Set acknowledgement and deadlines of the document in the agreement, and ask again.',
  },
  'GL-201': {
    cause: 'The mapping says something else than the documents mean.',
    remedy: 'Correct the mapping at the place that the note names, have it reviewed, and ask again.',
  },
  'GL-202': {
    cause: 'The guide asks for more, or for less, than was agreed.',
    remedy: 'Correct the guide at the place that the note names, and ask again.',
  },
  'GL-203': {
    cause: 'Cross references are missing or lead to the wrong entries.',
    remedy: 'Complete the cross references that the note names, and ask again.',
  },
  'GL-301': {
    cause: 'The tests leave out a case that this partner will send.',
    remedy: 'Run the scenario that the note names, and ask again when it has passed.',
  },
  'GL-302': {
    cause: 'The parallel run was too short, or not of ordinary days.',
    remedy: 'Let it go on for the days that the note names, and ask again.',
  },
  'GL-303': {
    cause: 'What differed in the parallel run is not explained.',
    remedy: 'Say in the request what each difference comes from, or mend it, and ask again.',
  },
  'GL-401': {
    cause: 'Address, id or certificate of production is not the right one.',
    remedy: 'Correct it in the request, test the channel, and ask again.',
  },
  'GL-402': {
    cause: 'A certificate or key ends too soon.',
    remedy: 'Put its successor beside it, and ask again.',
  },
  'GL-501': {
    cause: 'The date does not suit.',
    remedy: 'Choose another date from the note, and ask again.',
  },
  'GL-901': {
    cause: 'Something else, as the note says.',
    remedy: 'Do what the note says, and ask again.',
  },
} as const satisfies Readonly<Record<string, ReturnCode>>;

export type ReturnCodeName = keyof typeof returnCodes;
export const isReturnCode = (text: string): text is ReturnCodeName => Object.hasOwn(returnCodes, text);
