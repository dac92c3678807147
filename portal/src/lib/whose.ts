/** `Northgate Outfitters’`, `Blue Heron Freight’s`. */
export const whose = (name: string): string => (name.endsWith('s') ? `${name}’` : `${name}’s`);
