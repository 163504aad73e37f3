/**
 * SHA-256 of a text in UTF-8 or of bytes, as lower-case hex. Whoever runs the program hands it in: a browser has no
 * `node:crypto`, and a library that runs in both would take `report` 3 % of its time (docs/dependencies.md).
 */
export type Sha256 = (content: string | Uint8Array) => string;
