import { xmlContent } from '../../words/xml.ts';
import { placeOf } from '../bytes.ts';

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
          `<rdf:Description xmlns:wazamori="${PRINT}" rdf:about="">${OPEN}${xmlContent(record)}${CLOSE}</rdf:Description>`,
        ]),
  ];
  return `<rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" rdf:about=""><pdfaExtension:schemas><rdf:Bag>${schemas.join('')}</rdf:Bag></pdfaExtension:schemas></rdf:Description>${stated.join('')}`;
}

/** What a document of ours was made with, or `null`. Its metadata stand in the file as plain text. */
export function recordIn(bytes: Uint8Array): string | null {
  const from = placeOf(bytes, OPEN);
  const to = from === -1 ? -1 : placeOf(bytes, CLOSE, from);
  if (to === -1) return null;
  const said = new TextDecoder('utf-8', { ignoreBOM: true });
  return unescaped(said.decode(bytes.subarray(from + OPEN.length, to)));
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

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** The part of a PDFDocument that says in XMP what its dictionary of information says: both from the same words. */
export interface Informing {
  readonly info: Readonly<Record<string, unknown>>;
  _addInfo: () => void;
  appendXML(xml: string, newline?: boolean): unknown;
}

/** Has PDFKit write those words as XML. It puts them there as they are, and a company may be called A&B. */
export function escapeInfo(doc: Informing): void {
  const { _addInfo } = doc;
  doc._addInfo = () => {
    const info = Object.fromEntries(
      Object.entries(doc.info).map(([key, value]) => [
        key,
        typeof value === 'string' ? xmlContent(value) : value,
      ]),
    );
    const told: Informing = { info, _addInfo, appendXML: (text, newline) => doc.appendXML(text, newline) };
    _addInfo.call(told);
  };
}
