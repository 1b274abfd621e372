import {
  CRLNumber,
  type Extension,
  IssuingDistributionPoint,
  id_ce_certificateIssuer,
  id_ce_deltaCRLIndicator,
  id_ce_issuingDistributionPoint,
  KeyUsageFlags,
  Reason,
  ReasonFlags,
  RelativeDistinguishedName,
} from '@peculiar/asn1-x509';
import { describe, expect, it } from 'vitest';
import { directory, distributionPoints, type Point, pointName, rawExtension } from '../../test/extensions.ts';
import {
  ecKey,
  flipped,
  later,
  makeAuthority,
  makeParty,
  named,
  now,
  type Party,
  type PartyOptions,
  strangeExtension,
} from '../../test/workshop.ts';
import { extensionOf, nameOf } from '../certificate/encode-certificate.ts';
import { validatePath } from '../path/validate-path.ts';
import { createListRevocationSource, revocationListsAtHand } from './create-list-revocation-source.ts';
import { encodeRevocationList, type RevocationListContents } from './encode-revocation-list.ts';
import { parseRevocationList } from './parse-revocation-list.ts';
import type { UnverifiedRevocationList } from './revocation-list.ts';

const root = makeAuthority({ name: 'Root' });

/** A certificate of `issuer` whose lists are where `points` say. */
const holderAt = (issuer: Party, points: readonly Point[], options: Partial<PartyOptions> = {}): Party =>
  makeParty({
    name: 'Holder',
    issuer,
    anonymousKeys: true,
    extensions: points.length === 0 ? [] : [distributionPoints(...points)],
    ...options,
  });

interface ListOptions extends Partial<RevocationListContents> {
  readonly scope?: Partial<IssuingDistributionPoint>;
  readonly base?: number;
}

function list(signer: Party, { scope, base, extensions = [], ...contents }: ListOptions = {}) {
  const attempt = parseRevocationList(
    encodeRevocationList({
      issuer: signer.subject,
      issuerKey: signer.key,
      thisUpdate: later(-1),
      nextUpdate: later(1),
      entries: [],
      ...contents,
      extensions: [
        ...(base === undefined ? [] : [extensionOf(id_ce_deltaCRLIndicator, true, new CRLNumber(base))]),
        ...(scope === undefined
          ? []
          : [extensionOf(id_ce_issuingDistributionPoint, true, new IssuingDistributionPoint(scope))]),
        ...extensions,
      ],
    }),
  );
  if (attempt.status === 'failed') throw new Error(attempt.reason.detail);
  return attempt.value;
}

const revokedLine = (
  { certificate }: Party,
  reason: 'key-compromise' | 'certificate-hold' = 'key-compromise',
) => ({ serialNumber: certificate.serialNumber, at: later(-10), reason }) as const;

const certificateIssuer = (name: ReturnType<typeof nameOf>): Extension =>
  rawExtension(
    id_ce_certificateIssuer,
    true,
    extensionValue(distributionPoints({ names: [directory(name)] })),
  );

/** certificateIssuer is GeneralNames; the sequence is taken out of the points that were written around it. */
function extensionValue(points: Extension): Uint8Array {
  const der = new Uint8Array(points.extnValue.buffer);
  // SEQUENCE { SEQUENCE { [0] { [0] names } } }: the names become a SEQUENCE of their own.
  const names = der.slice(8);
  return Uint8Array.from([0x30, names.length, ...names]);
}

/** Status and code of a path whose lists are these. */
async function judged(
  leaf: Party,
  lists: readonly UnverifiedRevocationList[],
  more: { readonly issuers?: readonly Party[]; readonly anchor?: Party } = {},
): Promise<string> {
  const { issuers = [], anchor = root } = more;
  const outcome = await validatePath({
    certificate: leaf.certificate,
    intermediates: issuers.map(({ certificate }) => certificate),
    anchors: [anchor.certificate],
    at: now,
    keyUsage: null,
    revocation: createListRevocationSource({ lookup: revocationListsAtHand(lists) }),
  });
  const codes = outcome.reasons.map(({ code }) => code);
  return [outcome.status, codes.at(-1)].filter(Boolean).join(' ');
}

const revoked = 'rejected certificate-revoked';
const outOfScope = 'undetermined revocation-list-out-of-scope';
const badSigner = 'undetermined revocation-list-signature-invalid';

describe('delta lists (RFC 5280 §5.2.4, §6.3.3 (c), (h) to (k))', () => {
  const holder = holderAt(root, []);
  const base = list(root, { number: 5 });
  const held = list(root, { number: 5, entries: [revokedLine(holder, 'certificate-hold')] });

  it('add what was revoked since', async () => {
    const delta = list(root, { number: 6, base: 5, entries: [revokedLine(holder)] });
    expect(await judged(holder, [base])).toBe('verified');
    expect(await judged(holder, [base, delta])).toBe(revoked);
  });

  it('take a hold away', async () => {
    const lifted = {
      ...revokedLine(holder),
      reason: 'unspecified',
      extensions: [rawExtension('2.5.29.21', false, Uint8Array.of(0x0a, 1, 8))],
    } as const;
    const delta = list(root, { number: 6, base: 5, entries: [lifted] });
    const suspended = 'rejected certificate-suspended';
    expect(await judged(holder, [held])).toBe(suspended);
    expect(await judged(holder, [held, delta])).toBe('verified');
    const changed = { ...delta, signature: flipped(delta.signature, -1) };
    expect(await judged(holder, [held, changed])).toBe(suspended);
  });

  it('say nothing by themselves', async () => {
    expect(await judged(holder, [list(root, { number: 6, base: 5 })])).toBe(outOfScope);
  });

  it('do not fit a base that was made before they begin, or after them', async () => {
    const entries = [revokedLine(holder)];
    expect(await judged(holder, [base, list(root, { number: 8, base: 6, entries })])).toBe('verified');
    expect(await judged(holder, [base, list(root, { number: 4, base: 3, entries })])).toBe('verified');
  });

  it('do not fit a base of another scope', async () => {
    const entries = [revokedLine(holder)];
    const delta = list(root, { number: 6, base: 5, entries, scope: { onlyContainsUserCerts: true } });
    expect(await judged(holder, [base, delta])).toBe('verified');
  });

  it('keep a base alive that is stale by itself', async () => {
    const stale = list(root, { number: 5, thisUpdate: later(-5), nextUpdate: later(-4) });
    expect(await judged(holder, [stale])).toBe('undetermined revocation-list-stale');
    expect(await judged(holder, [stale, list(root, { number: 6, base: 5 })])).toBe('verified');
  });

  it('count for nothing when stale themselves, or signed by somebody else', async () => {
    const entries = [revokedLine(holder)];
    const stale = list(root, { number: 6, base: 5, entries, thisUpdate: later(-3), nextUpdate: later(-2) });
    expect(await judged(holder, [base, stale])).toBe('verified');
    const impostor = makeAuthority({ name: 'Root' });
    const forged = list(impostor, { number: 6, base: 5, extensions: [] });
    const old = list(root, { number: 5, thisUpdate: later(-5), nextUpdate: later(-4) });
    expect(await judged(holder, [old, forged])).toBe('undetermined revocation-list-stale');
  });
});

describe('distribution points (RFC 5280 §4.2.1.13, §5.2.5, §6.3.3 (b))', () => {
  const place = [directory(nameOf([['2.5.4.3', 'Lists 1']]))];
  const elsewhere = [directory(nameOf([['2.5.4.3', 'Lists 2']]))];
  const named1 = pointName({ names: place });
  const scoped = (point: Point) => {
    const name = pointName(point);
    return list(root, name === undefined ? {} : { scope: { distributionPoint: name } });
  };

  it('match by any one of their names', async () => {
    const holder = holderAt(root, [{ names: [...elsewhere, ...place] }]);
    expect(await judged(holder, [scoped({ names: place })])).toBe('verified');
    expect(await judged(holderAt(root, [{ names: elsewhere }]), [scoped({ names: place })])).toBe(outOfScope);
  });

  it('may be named relative to the issuer, on either side', async () => {
    const [part] = nameOf([['2.5.4.3', 'Part']]);
    const relative = new RelativeDistinguishedName(part ? [...part] : []);
    const whole = [
      directory(
        nameOf([
          ['2.5.4.3', 'Root'],
          ['2.5.4.3', 'Part'],
        ]),
      ),
    ];
    for (const [point, scope] of [
      [{ relative }, { names: whole }],
      [{ names: whole }, { relative }],
      [{ relative }, { relative }],
    ] as const)
      expect(await judged(holderAt(root, [point]), [scoped(scope)])).toBe('verified');
    expect(await judged(holderAt(root, [{ relative }]), [scoped({ names: place })])).toBe(outOfScope);
  });

  it('leave a list without a scope good for all', async () => {
    expect(await judged(holderAt(root, [{ names: place }]), [list(root)])).toBe('verified');
  });

  it('divide holders, authorities and attribute certificates', async () => {
    const holder = holderAt(root, []);
    expect(await judged(holder, [list(root, { scope: { onlyContainsUserCerts: true } })])).toBe('verified');
    expect(await judged(holder, [list(root, { scope: { onlyContainsCACerts: true } })])).toBe(outOfScope);
    expect(await judged(holder, [list(root, { scope: { onlyContainsAttributeCerts: true } })])).toBe(
      outOfScope,
    );
    const authority = makeAuthority({ name: 'Holder', issuer: root, anonymousKeys: true });
    expect(await judged(authority, [list(root, { scope: { onlyContainsCACerts: true } })])).toBe('verified');
    expect(await judged(authority, [list(root, { scope: { onlyContainsUserCerts: true } })])).toBe(
      outOfScope,
    );
  });

  it('divide reasons: only all of them together make a certificate good', async () => {
    const holder = holderAt(root, [{ names: place }]);
    const { keyCompromise, cACompromise } = ReasonFlags;
    const some = new Reason(keyCompromise | cACompromise);
    const rest = new Reason(0x1ff & ~(keyCompromise | cACompromise | ReasonFlags.unused));
    const by = (onlySomeReasons: Reason, options: ListOptions = {}) =>
      list(root, {
        ...options,
        scope: { ...(named1 === undefined ? {} : { distributionPoint: named1 }), onlySomeReasons },
      });
    expect(await judged(holder, [by(some)])).toBe(outOfScope);
    expect(await judged(holder, [by(some), by(rest)])).toBe('verified');
    expect(await judged(holder, [by(some), by(rest, { entries: [revokedLine(holder)] })])).toBe(revoked);
  });

  it('ask each of several points for its reasons', async () => {
    const { keyCompromise } = ReasonFlags;
    const some = new Reason(keyCompromise);
    const rest = new Reason(0x1ff & ~(keyCompromise | ReasonFlags.unused));
    const holder = holderAt(root, [
      { names: place, reasons: some },
      { names: elsewhere, reasons: rest },
    ]);
    expect(await judged(holder, [scoped({ names: place })])).toBe(outOfScope);
    expect(await judged(holder, [scoped({ names: place }), scoped({ names: elsewhere })])).toBe('verified');
  });
});

describe('indirect lists (RFC 5280 §5.3.3, §6.3.3 (b)(1))', () => {
  const issuer = makeAuthority({ name: 'Issuer', issuer: root, anonymousKeys: true });
  const rootList = list(root);
  const lister = makeParty({
    name: 'Lister',
    issuer: root,
    uses: KeyUsageFlags.cRLSign,
    anonymousKeys: true,
  });
  const holder = holderAt(issuer, [{ listIssuer: lister.subject }]);
  const path = { issuers: [issuer, lister] };
  const indirect = { indirectCRL: true };

  it('speak of certificates of other issuers, named line by line', async () => {
    expect(await judged(holder, [rootList, list(lister, { scope: indirect })], path)).toBe('verified');
    const line = { ...revokedLine(holder), extensions: [certificateIssuer(issuer.subject)] };
    expect(await judged(holder, [rootList, list(lister, { scope: indirect, entries: [line] })], path)).toBe(
      revoked,
    );
  });

  it('do not mean a certificate of the same number by another issuer', async () => {
    const own = list(lister, { scope: indirect, entries: [revokedLine(holder)] });
    expect(await judged(holder, [rootList, own], path)).toBe('verified');
    const other = { ...revokedLine(holder), extensions: [certificateIssuer(named('Somebody'))] };
    expect(await judged(holder, [rootList, list(lister, { scope: indirect, entries: [other] })], path)).toBe(
      'verified',
    );
  });

  it('keep the issuer of a line for the lines after it', async () => {
    const first = {
      ...revokedLine(holder),
      serialNumber: '77',
      extensions: [certificateIssuer(issuer.subject)],
    };
    const both = list(lister, { scope: indirect, entries: [first, revokedLine(holder)] });
    expect(await judged(holder, [rootList, both], path)).toBe(revoked);
  });

  it('must call themselves indirect', async () => {
    expect(await judged(holder, [rootList, list(lister)], path)).toBe(outOfScope);
  });

  it('count only from whom the certificate names', async () => {
    const plain = holderAt(issuer, []);
    expect(await judged(plain, [rootList, list(lister, { scope: indirect })], path)).toBe(
      'undetermined revocation-list-unavailable',
    );
  });

  it('are not used where a direct list names other issuers', async () => {
    const line = { ...revokedLine(holder), extensions: [certificateIssuer(issuer.subject)] };
    const plain = holderAt(issuer, []);
    expect(await judged(plain, [rootList, list(issuer, { entries: [line] })], path)).toBe(outOfScope);
  });

  it('need a signer with a path to the same anchor', async () => {
    const stranger = makeParty({
      name: 'Lister',
      issuer: makeAuthority({ name: 'Stranger' }),
      uses: KeyUsageFlags.cRLSign,
    });
    expect(
      await judged(holder, [rootList, list(stranger, { scope: indirect })], { issuers: [issuer, stranger] }),
    ).toBe(badSigner);
  });

  it('need a signer that was not revoked itself', async () => {
    const against = list(root, { entries: [revokedLine(lister)] });
    expect(await judged(holder, [against, list(lister, { scope: indirect })], path)).toBe(badSigner);
  });

  it('may speak of their own signer where its issuer sends there for that', async () => {
    const own = makeParty({
      name: 'Lister',
      issuer: root,
      uses: KeyUsageFlags.cRLSign,
      anonymousKeys: true,
      extensions: [distributionPoints({ listIssuer: named('Lister') })],
    });
    // The root’s own list leaves holders out, so that the lister’s own is the only word about the lister.
    const authorities = list(root, { scope: { onlyContainsCACerts: true } });
    const lists = [authorities, list(own, { scope: indirect })];
    expect(await judged(holder, lists, { issuers: [issuer, own] })).toBe('verified');
    const against = { ...revokedLine(own), extensions: [certificateIssuer(root.subject)] };
    const suicide = [authorities, list(own, { scope: indirect, entries: [against] })];
    expect(await judged(holder, suicide, { issuers: [issuer, own] })).toBe(badSigner);
    const unsent = [authorities, list(lister, { scope: indirect })];
    expect(await judged(holder, unsent, path)).toBe(badSigner);
  });
});

describe('signers of lists (RFC 5280 §6.3.3 (f), (g))', () => {
  const issuer = makeAuthority({ name: 'Issuer', issuer: root, anonymousKeys: true });
  const holder = holderAt(issuer, []);
  const rootList = list(root);
  /** Another key of the same name, certified by the root. */
  const second = (options: Partial<PartyOptions> = {}) =>
    makeParty({
      name: 'Issuer',
      issuer: root,
      key: ecKey(),
      uses: KeyUsageFlags.cRLSign,
      anonymousKeys: true,
      ...options,
    });

  it('may use another key than that of certificates', async () => {
    const signer = second();
    expect(await judged(holder, [rootList, list(signer)], { issuers: [issuer, signer] })).toBe('verified');
    const against = list(signer, { entries: [revokedLine(holder)] });
    expect(await judged(holder, [rootList, against], { issuers: [issuer, signer] })).toBe(revoked);
  });

  it('are not believed without cRLSign, when expired, or when they are not at hand', async () => {
    const mute = second({ uses: KeyUsageFlags.digitalSignature });
    expect(await judged(holder, [rootList, list(mute)], { issuers: [issuer, mute] })).toBe(badSigner);
    const old = second({ notAfter: later(-1) });
    expect(await judged(holder, [rootList, list(old)], { issuers: [issuer, old] })).toBe(badSigner);
    expect(await judged(holder, [rootList, list(second())], { issuers: [issuer] })).toBe(badSigner);
  });

  it('are not believed about themselves in a circle', async () => {
    // The new key’s certificate can only be looked up in the list that it signs itself.
    const renewed = makeAuthority({ name: 'Issuer', issuer, anonymousKeys: true });
    const lists = [rootList, list(renewed)];
    expect(await judged(holder, lists, { issuers: [issuer, renewed] })).toBe(badSigner);
    expect(await judged(holder, [...lists, list(issuer)], { issuers: [issuer, renewed] })).toBe('verified');
  });

  it('may be the authority above in a roll-over of keys', async () => {
    const renewed = makeAuthority({ name: 'Issuer', issuer, anonymousKeys: true });
    const below = holderAt(renewed, []);
    expect(await judged(below, [rootList, list(issuer)], { issuers: [issuer, renewed] })).toBe('verified');
  });

  it('are told apart from a wrong list that lies beside the right one', async () => {
    const wrong = list(makeAuthority({ name: 'Issuer' }), { thisUpdate: later(-0.1) });
    expect(await judged(holder, [rootList, wrong, list(issuer)], { issuers: [issuer] })).toBe('verified');
  });
});

describe('lines and extensions of lists (RFC 5280 §5.2, §5.3)', () => {
  const holder = holderAt(root, []);

  it('with a critical extension that is not known keep the list from being used', async () => {
    const line = { ...revokedLine(holder), serialNumber: '77', extensions: [strangeExtension(true)] };
    expect(await judged(holder, [list(root, { entries: [line] })])).toBe(outOfScope);
    expect(await judged(holder, [list(root, { extensions: [strangeExtension(true)] })])).toBe(outOfScope);
    const mild = { ...line, extensions: [strangeExtension(false)] };
    expect(await judged(holder, [list(root, { entries: [mild] })])).toBe('verified');
  });

  it('are held to §5 where the caller enforces the profile', async () => {
    const judgedStrictly = async (given: UnverifiedRevocationList) => {
      const outcome = await validatePath({
        certificate: makeParty({ name: 'Holder', issuer: root }).certificate,
        intermediates: [],
        anchors: [root.certificate],
        at: now,
        keyUsage: null,
        profile: 'enforced',
        revocation: createListRevocationSource({ lookup: revocationListsAtHand([given]) }),
      });
      return outcome.reasons.at(-1)?.detail ?? outcome.status;
    };
    const plain = list(root);
    const without = (oid: string) => ({
      ...plain,
      extensions: plain.extensions.filter((extension) => extension.oid !== oid),
    });
    const critical = (oid: string) => ({
      ...plain,
      extensions: plain.extensions.map((extension) =>
        extension.oid === oid ? { ...extension, critical: true } : extension,
      ),
    });
    expect(await judgedStrictly(plain)).toBe('verified');
    expect(await judgedStrictly(without('2.5.29.20'))).toContain('§5.2.3');
    expect(await judgedStrictly(critical('2.5.29.20'))).toContain('§5.2.3');
    expect(await judgedStrictly(without('2.5.29.35'))).toContain('§5.2.1');
    expect(await judged(holder, [without('2.5.29.20')])).toBe('verified');
  });

  it('tell negative serial numbers from positive ones of the same octets', async () => {
    const negative = holderAt(root, [], { serialNumber: Uint8Array.of(0xff) });
    const positive = holderAt(root, [], { serialNumber: Uint8Array.of(0, 0xff) });
    const against = (party: Party) => list(root, { entries: [revokedLine(party)] });
    expect(await judged(negative, [against(negative)])).toBe(revoked);
    expect(await judged(negative, [against(positive)])).toBe('verified');
    expect(await judged(positive, [against(negative)])).toBe('verified');
  });

  it('find serial numbers of twenty octets', async () => {
    const long = holderAt(root, [], { serialNumber: new Uint8Array(20).fill(0x7f) });
    expect(await judged(long, [list(root, { entries: [revokedLine(long)] })])).toBe(revoked);
    expect(await judged(long, [list(root, { entries: [revokedLine(holder)] })])).toBe('verified');
  });

  it('say as of when a path is good: by the oldest list that counted', async () => {
    const outcome = await validatePath({
      certificate: holder.certificate,
      intermediates: [],
      anchors: [root.certificate],
      at: now,
      keyUsage: null,
      revocation: createListRevocationSource({ lookup: revocationListsAtHand([list(root)]) }),
    });
    expect(outcome).toMatchObject({ value: { revocation: 'good', revocationAsOf: later(-1) } });
  });
});
