import { useMantineColorScheme } from '@mantine/core';
import type { SpotlightActionData } from '@mantine/spotlight';
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';

const schemes = [
  { scheme: 'light', label: 'Light colours', icon: IconSun },
  { scheme: 'dark', label: 'Dark colours', icon: IconMoon },
  { scheme: 'auto', label: 'Colours as the system has them', icon: IconDeviceDesktop },
] as const;

/** The palette's commands that change the colour scheme, without the one in force. */
export function useSchemeActions(): SpotlightActionData[] {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return schemes
    .filter(({ scheme }) => scheme !== colorScheme)
    .map(({ scheme, label, icon: Mark }) => ({
      id: `scheme-${scheme}`,
      label,
      keywords: ['theme', 'mode', scheme],
      leftSection: <Mark size={16} stroke={1.7} />,
      onClick: () => setColorScheme(scheme),
    }));
}
