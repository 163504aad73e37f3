/**
 * XMP beyond what PDFKit writes. PDF/A allows properties of other standards only when their schema is described: this
 * describes and states PDF/UA-1, and holds what the document was made with.
 */
export function identification(record: string | null): string {
  const schemas = [
    schema('PDF/UA identification schema', UA, 'pdfuaid', ['part', 'Integer', 'PDF/UA part']),
    ...(record === null
      ? []
      : [schema('wazamori printing schema', PRINT, 'wazamori', ['record', 'Text', 'How this was made'])]),
  ];
  const stated = [
    `<rdf:Description xmlns:pdfuaid="${UA}" rdf:about=""><pdfuaid:part>1</pdfuaid:part></rdf:Description>`,
    ...(record === null
      ? []
      : [
          `<rdf:Description xmlns:wazamori="${PRINT}" rdf:about="">${OPEN}${escaped(record)}${CLOSE}</rdf:Description>`,
        ]),
  ];
  return `<rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" rdf:about=""><pdfaExtension:schemas><rdf:Bag>${schemas.join('')}</rdf:Bag></pdfaExtension:schemas></rdf:Description>${stated.join('')}`;
}

/** What a document of ours was made with, or `null`. Its metadata stand in the file as plain text. */
export function recordIn(bytes: Uint8Array): string | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const from = file.indexOf(OPEN);
  const to = file.indexOf(CLOSE, from);
  if (from === -1 || to === -1) return null;
  return unescaped(file.subarray(from + OPEN.length, to).toString('utf8'));
}

const UA = 'http://www.aiim.org/pdfua/ns/id/';
const PRINT = 'urn:wazamori:printing:1';
const OPEN = '<wazamori:record>';
const CLOSE = '</wazamori:record>';

function schema(
  name: string,
  uri: string,
  prefix: string,
  [property, type, description]: readonly [string, string, string],
): string {
  return `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>${name}</pdfaSchema:schema><pdfaSchema:namespaceURI>${uri}</pdfaSchema:namespaceURI><pdfaSchema:prefix>${prefix}</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>${property}</pdfaProperty:name><pdfaProperty:valueType>${type}</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>${description}</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>`;
}

/** The part of a PDFDocument that states title, author and maker, once as they are and once in XMP. */
export interface Stating {
  info: Readonly<Record<string, unknown>>;
  endMetadata: () => void;
}

/**
 * PDFKit puts title and author into the XMP as they are: 株式会社A&B would break it, and with it every claim made there.
 * Here they are escaped for as long as the XMP is written.
 */
export function stateInXml(doc: Stating): void {
  const { endMetadata } = doc;
  doc.endMetadata = () => {
    const plain = doc.info;
    doc.info = Object.fromEntries(
      Object.entries(plain).map(([key, value]) => [key, typeof value === 'string' ? escaped(value) : value]),
    );
    endMetadata.call(doc);
    doc.info = plain;
  };
}

/** Text as XML can hold it and gives it back (XML 1.0, 2.2 and 2.11): the two statements must be alike to the letter. */
export const xmlText = (text: string): string =>
  text.replace(/[\t\r\n]+/g, ' ').replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
