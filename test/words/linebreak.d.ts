declare module 'linebreak' {
  interface Break {
    readonly position: number;
  }
  const LineBreaker: new (text: string) => { readonly nextBreak: () => Break | null };
  // biome-ignore lint/style/noDefaultExport: the package has no other
  export default LineBreaker;
}
