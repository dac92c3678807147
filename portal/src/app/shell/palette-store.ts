import { createSpotlight } from '@mantine/spotlight';

/** The command palette's own state, so that what arrives late can be put in order; `palette.open()` shows it. */
export const [paletteStore, palette] = createSpotlight();
