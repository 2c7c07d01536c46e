/** Where an offset lies in a text, counted from 1. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/** Where a name first stands in a query, for messages that give the name only. */
export function positionOf(
  cypher: string,
  name: string | undefined,
): { line: number; column: number } | undefined {
  if (!name) return undefined;
  const word = name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
  const at = new RegExp(`(?<![\\w.:])${word}(?!\\w)`, 'u').exec(cypher)?.index;
  return at === undefined ? undefined : positionAt(cypher, at);
}
