/** Discs are smaller where there is little room for each: on a phone, or with very many nodes. */
export function discScale(
  { width, height }: { readonly width: number; readonly height: number },
  nodes: number,
): number {
  const room = (width * height) / (nodes + 40);
  return Math.min(1, Math.max(0.4, Math.sqrt(room / 3200)));
}
