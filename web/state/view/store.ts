import { useSyncExternalStore } from 'react';
import { searchFromView, viewFromSearch } from './url.ts';
import type { View, ViewAction } from './view.ts';
import { reduceView } from './view.ts';

/** The view of this page, kept in its address: every change is a step that "back" undoes. */
function createViewStore() {
  let view = viewFromSearch(location.search);
  const listeners = new Set<() => void>();
  const publish = (next: View): void => {
    view = next;
    for (const listener of listeners) listener();
  };
  window.addEventListener('popstate', () => publish(viewFromSearch(location.search)));
  return {
    get: (): View => view,
    dispatch(action: ViewAction): void {
      const next = reduceView(view, action);
      const search = searchFromView(next);
      if (search !== searchFromView(view)) history.pushState(null, '', location.pathname + search);
      publish(next);
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const store = createViewStore();

export const dispatch = store.dispatch;
export const useView = (): View => useSyncExternalStore(store.subscribe, store.get);
