/** What an element may hold. */
export type Content =
  | { readonly type: 'text'; readonly maxLength?: number }
  | { readonly type: 'full-width'; readonly maxLength?: number }
  | { readonly type: 'half-width-kana' }
  | { readonly type: 'pattern'; readonly pattern: RegExp; readonly expected: string }
  | { readonly type: 'date' }
  | { readonly type: 'time' }
  | { readonly type: 'month' }
  | { readonly type: 'code'; readonly values: readonly string[] }
  | { readonly type: 'group'; readonly fields: readonly LayoutField[] };

/** One element of a layout: how often it may stand there, and what it holds. */
export interface LayoutField {
  readonly tag: string;
  readonly required: boolean;
  readonly repeated: boolean;
  readonly content: Content;
}

/** Layout of one kind of message: the fields of its header and of its body. */
export interface Layout {
  readonly header: readonly LayoutField[];
  readonly body: readonly LayoutField[];
  /** Some error answers have a header alone. */
  readonly bodyOptional?: boolean;
}
