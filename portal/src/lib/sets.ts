/** What the transaction sets are called, for places where the contract gives the code only. */
const setNames: Readonly<Record<string, string>> = {
  '204': 'Load tender',
  '214': 'Shipment status',
  '856': 'Ship notice',
  '940': 'Shipping order',
  '945': 'Shipping advice',
  '990': 'Tender response',
  '997': 'Acknowledgement',
  '999': 'Acknowledgement',
};

export const setCodes: readonly string[] = Object.keys(setNames);

export function setName(code: string): string | undefined {
  return setNames[code];
}
