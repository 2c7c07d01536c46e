import { useSyncExternalStore } from 'react';
import { searchFromView, viewFromSearch } from './url.ts';
import type { View, ViewAction } from './view.ts';
import { reduceView } from './view.ts';

/** Where this page stands among the steps it made itself: what can be undone and done again. */
export interface Steps {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

const stepOf = (state: unknown): number =>
  typeof state === 'object' && state !== null && 'step' in state && typeof state.step === 'number'
    ? state.step
    : 0;

/** The view of this page, kept in its address: every change is a step that "back" undoes. */
function createViewStore() {
  let view = viewFromSearch(location.search);
  let step = stepOf(history.state);
  let last = step;
  let steps: Steps = { canUndo: step > 0, canRedo: false };
  const listeners = new Set<() => void>();
  const publish = (next: View): void => {
    view = next;
    const [canUndo, canRedo] = [step > 0, step < last];
    if (canUndo !== steps.canUndo || canRedo !== steps.canRedo) steps = { canUndo, canRedo };
    for (const listener of listeners) listener();
  };
  window.addEventListener('popstate', ({ state }) => {
    step = stepOf(state);
    last = Math.max(last, step);
    publish(viewFromSearch(location.search));
  });
  return {
    get: (): View => view,
    steps: (): Steps => steps,
    /** `quiet` changes the address without a step: for what moves all the time, such as the camera. */
    dispatch(action: ViewAction, quiet = false): void {
      const next = reduceView(view, action);
      const search = searchFromView(next);
      if (search !== searchFromView(view)) {
        if (!quiet) last = step += 1;
        history[quiet ? 'replaceState' : 'pushState']({ step }, '', location.pathname + search);
      }
      publish(next);
    },
    /** Another view as a step. */
    open(search: string): void {
      last = step += 1;
      history.pushState({ step }, '', location.pathname + search);
      publish(viewFromSearch(search));
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const store = createViewStore();

export const dispatch = store.dispatch;
export const openView = store.open;
export const useView = (): View => useSyncExternalStore(store.subscribe, store.get);
export const useSteps = (): Steps => useSyncExternalStore(store.subscribe, store.steps);
/** Calls back with each new view, before it is drawn. */
export const onView = (tell: (view: View) => void): (() => void) => store.subscribe(() => tell(store.get()));
export const undo = (): void => void (store.steps().canUndo && history.back());
export const redo = (): void => void (store.steps().canRedo && history.forward());
