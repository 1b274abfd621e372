import { objectIdentifierOf } from './der-primitives.ts';
import { contextTag, DerReader, derTag, readAll } from './der-reader.ts';
import { takeDistinguishedName } from './take-distinguished-name.ts';

const kind = {
  otherName: contextTag(0, 'constructed'),
  directoryName: contextTag(4, 'constructed'),
  uri: contextTag(6, 'primitive'),
} as const;

/** Directory names and URIs out of GeneralNames, in a form that can be compared; other kinds are left out. */
export function locationsIn(names: DerReader): string[] {
  return readAll(names, (reader) => {
    const { tag, contents } = reader.takeAny();
    if (tag === kind.uri) return [`uri:${Buffer.from(contents).toString('latin1')}`];
    if (tag !== kind.directoryName) return [];
    const inner = new DerReader(contents);
    const { canonical } = takeDistinguishedName(inner);
    inner.end();
    return [`directory:${canonical}`];
  }).flat();
}

/** The otherNames with a UTF8String out of GeneralNames, by object identifier. */
export function otherNamesIn(names: DerReader): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  readAll(names, (reader) => {
    const { tag, contents } = reader.takeAny();
    if (tag !== kind.otherName) return;
    const fields = new DerReader(contents);
    const type = objectIdentifierOf(fields.take(derTag.objectIdentifier).contents);
    const value = fields.enter(contextTag(0, 'constructed'));
    fields.end();
    const text = value.takeOptional(derTag.utf8String);
    if (text !== null) texts.set(type, new TextDecoder('utf-8', { fatal: true }).decode(text.contents));
  });
  return texts;
}
