import { Configuration } from './configuration.ts';

/** What is looked at of a schema, as the JSON Schema that it is. */
interface SchemaNode {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly items?: SchemaNode;
}

const must = 'must be given';

interface Setting {
  readonly place: string;
  readonly meaning: string;
  readonly leftOut: string;
}

/**
 * Every setting of `honnin.config.json` with its meaning, as a Markdown table, out of the schema itself. Throws
 * on a setting without a meaning.
 */
export function settingsTable(): string {
  const rows = settingsOf(Configuration as unknown as SchemaNode, '', must).map(
    ({ place, meaning, leftOut }) => `| \`${place}\` | ${meaning.replaceAll('|', '\\|')} | ${leftOut} |`,
  );
  return ['| Setting | Meaning | When left out |', '| --- | --- | --- |', ...rows].join('\n');
}

/** `whenLeftOut`: what the table says of a setting that has no default. */
function settingsOf(node: SchemaNode, place: string, whenLeftOut: string): Setting[] {
  const leftOut = node.default === undefined ? whenLeftOut : `\`${JSON.stringify(node.default)}\``;
  // A group with a meaning of its own is one setting.
  const described = node.description === undefined ? [] : [{ place, meaning: node.description, leftOut }];
  if (node.properties !== undefined && described.length === 0) return membersOf(node, place, whenLeftOut);
  const entries = node.items === undefined || isPlain(node) ? [] : membersOf(node.items, `${place}[]`, must);
  if (described.length + entries.length === 0) throw new Error(`the setting ${place} has no meaning`);
  return [...described, ...entries];
}

/** Whether the members of a list's entries are explained with the list. */
function isPlain({ items, description }: SchemaNode): boolean {
  return (
    description !== undefined &&
    Object.values(items?.properties ?? {}).every((member) => member.description === undefined)
  );
}

function membersOf(node: SchemaNode, place: string, whenLeftOut: string): Setting[] {
  return Object.entries(node.properties ?? {}).flatMap(([name, member]) => {
    const path = place === '' ? name : `${place}.${name}`;
    if (node.required?.includes(name) === true) return settingsOf(member, path, whenLeftOut);
    const optionalGroup = member.properties !== undefined && member.description === undefined;
    return settingsOf(member, path, optionalGroup ? `must be given with \`${name}\`` : '–');
  });
}
