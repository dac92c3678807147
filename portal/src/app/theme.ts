import {
  ActionIcon,
  Button,
  type CSSVariablesResolver,
  createTheme,
  Kbd,
  localStorageColorSchemeManager,
  type MantineColorsTuple,
  Menu,
  Modal,
  Notification,
  PasswordInput,
  SegmentedControl,
  TextInput,
  Tooltip,
} from '@mantine/core';

const petrol: MantineColorsTuple = [
  '#e2f0f3',
  '#c6e2e8',
  '#9cc9d3',
  '#74c8da',
  '#4aa3b6',
  '#227d92',
  '#0b5c6f',
  '#094c5c',
  '#073d4a',
  '#052d37',
];
const ink: MantineColorsTuple = [
  '#e7eced',
  '#b0babd',
  '#8b989c',
  '#5f6b70',
  '#384345',
  '#222a2b',
  '#151a1b',
  '#111516',
  '#0b0e0f',
  '#070909',
];

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 6, dark: 3 },
  colors: { petrol, dark: ink },
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--mono)',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: 'xs', fw: 500 } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 28 } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'sm' } }),
    PasswordInput: PasswordInput.extend({ defaultProps: { size: 'sm' } }),
    SegmentedControl: SegmentedControl.extend({ defaultProps: { size: 'xs' } }),
    Menu: Menu.extend({ defaultProps: { shadow: 'none', transitionProps: { duration: 90 } } }),
    Modal: Modal.extend({
      defaultProps: {
        centered: true,
        radius: 'lg',
        transitionProps: { duration: 120 },
        closeButtonProps: { 'aria-label': 'Close' },
      },
    }),
    Notification: Notification.extend({ defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 250, withArrow: false, radius: 'sm', transitionProps: { duration: 80 } },
    }),
    Kbd: Kbd.extend({ defaultProps: { size: 'xs' } }),
  },
});

/** Lays the portal's own colours under every Mantine component, in both schemes. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-bright': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-3)',
    '--mantine-color-placeholder': 'var(--ink-3)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-error': 'var(--red)',
    '--mantine-color-red-light-color': 'var(--red)',
    '--mantine-color-red-light-hover': 'var(--red-soft)',
    '--mantine-color-petrol-filled': 'var(--solid)',
    '--mantine-color-petrol-filled-hover': 'var(--solid-hover)',
    '--mantine-primary-color-contrast': 'var(--on-solid)',
  };
  return { variables: {}, light: shared, dark: shared };
};

export const colorSchemes = localStorageColorSchemeManager({ key: 'crossdock-color-scheme' });
