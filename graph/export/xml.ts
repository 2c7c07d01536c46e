/** What XML 1.0 cannot hold in any form: most control characters, U+FFFE, U+FFFF, and halves of surrogate pairs. */
const ILLEGAL = /[\p{Cs}\uFFFE\uFFFF]|(?![\t\n\r\x7F-\x9F])\p{Cc}/gu;
const SPECIAL = /[&<>"'\t\n\r]/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // As references, since a parser would turn them into spaces in an attribute and a quote would no longer be verbatim.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text for an attribute or an element; what XML cannot hold becomes U+FFFD. */
export const escapeXml = (value: string | number | boolean): string =>
  String(value)
    .replace(ILLEGAL, '\uFFFD')
    .replace(SPECIAL, (c) => ENTITIES[c] ?? c);
