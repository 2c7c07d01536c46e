/**
 * White space and invisible characters as a plain text has them, for texts that are taken out of a format: spaces of all
 * kinds become one, soft hyphens and zero-width characters go, more than one blank line becomes one.
 */
export function tidyText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u00ad\u200b\u200e\u200f\u2060\ufeff]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
