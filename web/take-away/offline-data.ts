/** What an offline file holds besides its picture, as viewer.ts reads it. */
export interface OfflineData {
  readonly nodes: readonly {
    readonly id: string;
    readonly name: string;
    readonly label: string;
    readonly aliases: readonly string[];
  }[];
  readonly ties: readonly {
    readonly key: string;
    readonly source: string;
    readonly target: string;
    readonly phrase: string;
    readonly colour: string;
    readonly edges: readonly OfflineEdge[];
  }[];
  readonly statements: Readonly<Record<string, { readonly title?: string; readonly about: string }>>;
  readonly words: OfflineWords;
}
export interface OfflineEdge {
  readonly quote: string;
  readonly statement: string;
  readonly date?: string;
  readonly speaker?: string;
  readonly modality?: string;
  readonly confidence: string;
}
/** The words of the file's own page: it has no other texts. */
export interface OfflineWords {
  readonly search: string;
  readonly results: string;
  readonly nothing: string;
  readonly says: string;
  readonly untitled: string;
  readonly all: string;
  readonly picture: string;
}
