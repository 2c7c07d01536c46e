// Workers do not inherit tsx from their parent, so when running from source this loads the worker through it.
import { register } from 'tsx/esm/api';

register();
export const { read } = await import('./read-worker.ts');
