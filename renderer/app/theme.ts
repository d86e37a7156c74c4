import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Deep water: the app's own blue-green. */
const plumb: MantineColorsTuple = [
  '#e8f6f7',
  '#d6eaec',
  '#aed5d9',
  '#82bec5',
  '#5fabb4',
  '#489fa9',
  '#3799a4',
  '#25707a',
  '#1d626b',
  '#0f4f57',
];
/** The bob: brass, for what is required. */
const brass: MantineColorsTuple = [
  '#fdf6e3',
  '#f6ead0',
  '#ead3a2',
  '#deba70',
  '#d4a646',
  '#cd9a2c',
  '#cb941e',
  '#b38011',
  '#9f710a',
  '#7d5800',
];

export const theme = createTheme({
  primaryColor: 'plumb',
  primaryShade: { light: 8, dark: 7 },
  colors: { plumb, brass },
  autoContrast: true,
  luminanceThreshold: 0.36,
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", Menlo, monospace',
  headings: { fontFamily: '"Inter Variable", system-ui, sans-serif', fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
});
