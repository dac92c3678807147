/** A number of the trade as people write or paste it (`12-345-6789`), without what only divides it. */
export const tradeNumber = (text: string): string => text.replace(/[\s.–-]/g, '').toUpperCase();
