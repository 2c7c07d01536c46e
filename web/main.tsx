import '@mantine/core/styles.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/canvas.css';
import './styles/filters.css';
import './styles/details.css';
import './styles/evidence.css';
import './styles/phones.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { askAhead, createQueryClient } from './api/queries.ts';
import { App } from './app.tsx';
import { onView } from './state/view/store.ts';
import { viewFromSearch } from './state/view/url.ts';
import { theme } from './theme.ts';
import { workspaceOf } from './views/registry.ts';

// Its code comes while the first data are asked for.
void workspaceOf(viewFromSearch(location.search).mode).load();

const client = createQueryClient();
onView((view) => askAhead(client, view));

const root = document.getElementById('root');
if (root) {
  // As a transition it is rendered in slices: all at once it would hold the page up for longest in its whole life.
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <MantineProvider theme={theme} defaultColorScheme="auto">
          <QueryClientProvider client={client}>
            <App />
          </QueryClientProvider>
        </MantineProvider>
      </StrictMode>,
    ),
  );
}
