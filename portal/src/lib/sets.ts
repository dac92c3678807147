/** What the transaction sets are called, for places where the contract gives the code only. */
const setNames: Readonly<Record<string, string>> = {
  '204': 'Load tender',
  '210': 'Freight invoice',
  '211': 'Bill of lading',
  '214': 'Shipment status',
  '810': 'Invoice',
  '824': 'Application advice',
  '846': 'Inventory',
  '850': 'Purchase order',
  '855': 'Order response',
  '856': 'Ship notice',
  '940': 'Shipping order',
  '943': 'Receipt notice',
  '944': 'Receipt advice',
  '945': 'Shipping advice',
  '947': 'Inventory adjustment',
  '990': 'Tender response',
  '997': 'Acknowledgement',
  '999': 'Acknowledgement',
};

export const setCodes: readonly string[] = Object.keys(setNames);

export function setName(code: string): string | undefined {
  return setNames[code];
}
