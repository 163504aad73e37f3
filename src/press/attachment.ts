/** A file inside the document. */
export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Its media type. */
  readonly type: string;
  readonly description: string;
  /** `Source`: what the document was made from · `Data`: what it shows. */
  readonly relationship: 'Source' | 'Data';
}
