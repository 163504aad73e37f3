declare module 'subset-font' {
  /** Keeps only the glyphs `text` needs. */
  function subsetFont(
    font: Uint8Array,
    text: string,
    options?: { readonly targetFormat?: 'truetype' },
  ): Promise<Uint8Array>;
  // biome-ignore lint/style/noDefaultExport: the package has no other
  export default subsetFont;
}
