/** Where the app serves what is not in the contract. */
export const boardPath = '/queues';
/** The portal's page around the view of the queues. */
export const boardFramePath = '/tools/queues';
export const twinPath = '/twin';
