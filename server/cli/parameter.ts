import { InvalidArgumentError } from 'commander';

type Params = Readonly<Record<string, unknown>>;

/** `name=value` of a repeatable option, added to those before; the value is JSON, or else text. */
export function parameter(given: string, before: Params): Params {
  const at = given.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('write name=value');
  const value = given.slice(at + 1);
  return { ...before, [given.slice(0, at)]: jsonOr(value) };
}

function jsonOr(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
