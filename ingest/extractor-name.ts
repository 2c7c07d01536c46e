/** The rules by name and version; apart, so that whoever only names them need not load them. */
export const EXTRACTOR = { name: 'entente-rules', version: '0.1.0' } as const;
