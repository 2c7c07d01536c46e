import { createTheme } from '@mantine/core';

export const theme = createTheme({
  fontFamily: 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
  primaryColor: 'indigo',
  primaryShade: { light: 7, dark: 8 },
  // As blue as the surfaces in styles/base.css, where Mantine's own are neutral.
  colors: {
    dark: [
      ...(['#e4e8f1', '#c3cad8', '#a3acbd', '#7d879a', '#434b5b'] as const),
      ...(['#343b49', '#222834', '#191d26', '#151922', '#0f1218'] as const),
    ],
  },
  autoContrast: true,
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: { fontWeight: '650' },
  components: {
    // A name counts only on what has a role.
    Loader: { defaultProps: { role: 'status' } },
    Skeleton: { defaultProps: { role: 'status' } },
    // The first entry has the focus, as in any menu, and not an element beside the entries.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
  },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
});
