import { booleanOf, objectIdentifierOf } from './der-primitives.ts';
import { type DerReader, derTag, readAll } from './der-reader.ts';
import type { RawExtension } from './unverified-certificate.ts';

/** The next value as Extensions (RFC 5280 §4.1); throws where one comes twice (§4.2). */
export function takeExtensions(reader: DerReader): readonly RawExtension[] {
  const seen = new Set<string>();
  return readAll(reader.enter(derTag.sequence), (list) => {
    const fields = list.enter(derTag.sequence);
    const oid = objectIdentifierOf(fields.take(derTag.objectIdentifier).contents);
    const flag = fields.takeOptional(derTag.boolean);
    const value = fields.take(derTag.octetString).contents;
    fields.end();
    if (seen.has(oid)) throw new Error(`extension ${oid} comes twice (RFC 5280 §4.2)`);
    seen.add(oid);
    return { oid, critical: flag !== null && booleanOf(flag.contents), value };
  });
}
