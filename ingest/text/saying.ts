/** Verbs of saying and thinking, whose complement may follow without `that`. */
export const SAYING: ReadonlySet<string> = new Set(
  'say add tell state declare claim argue believe think note stress emphasise emphasize announce indicate signal characterise report warn insist maintain suggest allege acknowledge admit confirm reiterate affirm reaffirm underline underscore continue conclude explain write tweet assert'.split(
    ' ',
  ),
);
