/** What a key of the hub is used for at present: `current` for all, `next` for nothing yet, `former` for what still comes in with it, `retired` for nothing more. */
export type HubKeyState = 'current' | 'next' | 'former' | 'retired';
