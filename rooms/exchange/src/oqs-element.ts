/** One element of an OQS file. It holds either text or children; `offset` is its place in a file read. */
export interface OqsElement {
  readonly tag: string;
  readonly text: string;
  readonly children: readonly OqsElement[];
  readonly attributes: readonly string[];
  readonly offset?: number;
}

/** An element with text. */
export function leaf(tag: string, text: string): OqsElement {
  return { tag, text, children: [], attributes: [] };
}

/** An element with children. */
export function group(tag: string, children: readonly OqsElement[]): OqsElement {
  return { tag, text: '', children, attributes: [] };
}

/** The first child of that name. */
export function childOf(parent: OqsElement | undefined, tag: string): OqsElement | undefined {
  return parent?.children.find((child) => child.tag === tag);
}

/** Text of the first child of that name; undefined when it is absent or empty, which mean the same. */
export function textOf(parent: OqsElement | undefined, tag: string): string | undefined {
  const text = childOf(parent, tag)?.text;
  return text === undefined || text === '' ? undefined : text;
}
