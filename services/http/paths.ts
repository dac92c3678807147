/** Where the app serves what is not in the contract. */
export const boardPath = '/queues';
export const twinPath = '/twin';
