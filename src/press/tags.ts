import { visible } from '../words/visible.ts';
import type { Document, Element, ElementOptions } from './engine/document.ts';

/** A structure element whose ink may fall on several pages. */
export interface Node {
  readonly content: (draw: () => void) => void;
}

/**
 * The structure tree of a tagged PDF. All ink is either content of an element or an artifact (rules, tints, running
 * heads): a reader for the blind hears the first and skips the second.
 */
export interface Tags {
  /** An element with elements inside. */
  readonly within: (type: string, draw: () => void, options?: ElementOptions) => void;
  /** An element with ink; `draw` may call `content` once for each page it reaches. */
  readonly element: (type: string, draw: (node: Node) => void, options?: ElementOptions) => void;
  /** An element whose ink lies on one page. */
  readonly leaf: (type: string, draw: () => void, options?: ElementOptions) => void;
  /** A header cell over `span` columns. */
  readonly headerCell: (scope: 'Column' | 'Row', span: number, draw: () => void) => void;
  readonly artifact: (draw: () => void, kind?: 'Layout' | 'Pagination') => void;
  readonly end: () => void;
}

export function createTags(doc: Document): Tags {
  const root = doc.struct('Document');
  doc.addStructure(root);
  const path: Element[] = [root];
  const parent = (): Element => path.at(-1) ?? root;

  const open = (type: string, options: ElementOptions = {}): Element => {
    const { alt, ...rest } = options;
    const element = doc.struct(type, alt === undefined ? options : { ...rest, alt: visible(alt) });
    parent().add(element);
    return element;
  };
  const nodeOf = (element: Element, type: string): Node => ({
    content: (draw) => {
      const content = doc.markStructureContent(type);
      draw();
      doc.endMarkedContent();
      element.add(content);
    },
  });
  const element: Tags['element'] = (type, draw, options) => {
    const opened = open(type, options);
    draw(nodeOf(opened, type));
    opened.end();
  };
  const attributes = new Map<string, unknown>();

  return {
    within: (type, draw, options) => {
      const opened = open(type, options);
      path.push(opened);
      draw();
      path.pop();
      opened.end();
    },
    element,
    leaf: (type, draw, options) => element(type, (node) => node.content(draw), options),
    headerCell: (scope, span, draw) => {
      const opened = open('TH');
      opened.dictionary.data['A'] = attributeOf(doc, attributes, scope, span);
      nodeOf(opened, 'TH').content(draw);
      opened.end();
    },
    artifact: (draw, kind = 'Layout') => {
      doc.markContent('Artifact', { type: kind });
      draw();
      doc.endMarkedContent();
    },
    end: () => root.end(),
  };
}

/** One attribute object for all header cells alike: thousands of small copies would double a long table. */
function attributeOf(doc: Document, known: Map<string, unknown>, scope: string, span: number): unknown {
  const key = `${scope}${span}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const reference = doc.ref({ O: 'Table', Scope: scope, ...(span > 1 ? { ColSpan: span } : {}) });
  reference.end();
  known.set(key, reference);
  return reference;
}
