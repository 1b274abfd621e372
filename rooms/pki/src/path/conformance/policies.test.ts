import type { Extension } from '@peculiar/asn1-x509';
import { describe, expect, it } from 'vitest';
import {
  anyPolicy,
  inhibitAnyPolicy,
  mappings as map,
  policies,
  policyConstraints,
} from '../../../test/extensions.ts';
import { answer, type SuiteCase } from '../../../test/suite-case.ts';
import { ecKey, makeAuthority, makeParty, type Party } from '../../../test/workshop.ts';

const root = makeAuthority({ name: 'Root' });
const key = ecKey();
const p1 = '1.2.392.9.1';
const p2 = '1.2.392.9.2';
const p3 = '1.2.392.9.3';
const p4 = '1.2.392.9.4';
const any = anyPolicy;

/** One certificate below the last: its extensions; `again` gives it the name of who issues it. */
interface Step {
  readonly extensions: readonly Extension[];
  readonly again?: boolean;
}
const of = (...extensions: readonly Extension[]): Step => ({ extensions });
const again = (...extensions: readonly Extension[]): Step => ({ extensions, again: true });
const to = (...list: readonly string[]): Step => of(policies(...list));
const silent = of();

type Asked = NonNullable<SuiteCase['policies']>;
const must: Asked = { requireExplicit: true };
const from = (...acceptable: readonly string[]): Asked => ({ acceptable, requireExplicit: true });

function along(steps: readonly Step[], asked: Asked): SuiteCase {
  const path: Party[] = [];
  for (const [index, { extensions, again: same }] of steps.entries()) {
    const issuer = path[0] ?? root;
    const name = same === true ? issuer.name : `Step ${index}`;
    const make = index === steps.length - 1 ? makeParty : makeAuthority;
    path.unshift(make({ name, issuer, extensions, key: same === true ? ecKey() : key }));
  }
  const [leaf = root, ...between] = path;
  return { anchors: [root], leaf, between, policies: asked };
}

const explicit = (count: number) => policyConstraints({ explicit: count });
const noMapping = (count: number) => policyConstraints({ mapping: count });

type PolicyRow = readonly [what: string, steps: readonly Step[], asked: Asked, expected: 'valid' | 'invalid'];

const required: readonly PolicyRow[] = [
  ['the same policy everywhere', [to(p1), to(p1)], must, 'valid'],
  ['the same policy everywhere, and it is asked for', [to(p1), to(p1)], from(p1), 'valid'],
  ['the same policy everywhere, and another is asked for', [to(p1), to(p1)], from(p2), 'invalid'],
  ['the same policy everywhere, and one of two is asked for', [to(p1), to(p1)], from(p1, p2), 'valid'],
  ['another policy asked for, where none is required', [to(p1), to(p1)], { acceptable: [p2] }, 'valid'],
  ['no policy anywhere', [silent, silent], {}, 'valid'],
  ['no policy anywhere, where one is required', [silent, silent], must, 'invalid'],
  ['a policy that an authority in the middle lacks', [to(p1), silent, to(p1)], {}, 'valid'],
  ['a required policy that an authority in the middle lacks', [to(p1), silent, to(p1)], must, 'invalid'],
  ['different policies, none required', [to(p1), to(p2), to(p1)], {}, 'valid'],
  ['different policies, one required', [to(p1), to(p2), to(p1)], must, 'invalid'],
  ['different policies, required by the authority', [of(policies(p1), explicit(0)), to(p2)], {}, 'invalid'],
  ['policies that overlap in one', [to(p1, p2), to(p1, p3), to(p1)], from(p1), 'valid'],
  [
    'policies that overlap in one, and another is asked for',
    [to(p1, p2), to(p1, p3), to(p1)],
    from(p2),
    'invalid',
  ],
  ['policies that overlap pairwise only', [to(p1, p2), to(p2, p3), to(p1, p3)], must, 'invalid'],
  ['two policies everywhere, either asked for', [to(p1, p2), to(p1, p2)], from(p2), 'valid'],
  ['any policy everywhere', [to(any), to(any)], from(p1), 'valid'],
  ['any policy above one', [to(any), to(p1)], from(p1), 'valid'],
  ['any policy above one, and another asked for', [to(any), to(p1)], from(p2), 'invalid'],
  ['one policy above any', [to(p1), to(any)], from(p1), 'valid'],
];

const chainOf = (count: number, first: Step): readonly Step[] => [
  first,
  ...new Array<Step>(count - 2).fill(to(p1)),
  silent,
];
const requiredBy: readonly PolicyRow[] = [
  ['a requirement after ten certificates', chainOf(5, of(policies(p1), explicit(10))), {}, 'valid'],
  ['a requirement after five of five', chainOf(5, of(policies(p1), explicit(5))), {}, 'valid'],
  ['a requirement after four of five', chainOf(5, of(policies(p1), explicit(4))), {}, 'invalid'],
  ['a requirement at once, which is met', [of(policies(p1), explicit(0)), to(p1), to(p1)], {}, 'valid'],
  [
    'a requirement that shrinks and cannot grow again',
    [
      of(policies(p1), explicit(7)),
      of(policies(p1), explicit(2)),
      of(policies(p1), explicit(4)),
      to(p1),
      silent,
    ],
    {},
    'invalid',
  ],
  [
    'a requirement that a self-issued authority does not bring nearer',
    [of(policies(p1), explicit(2)), again(policies(p1)), silent],
    {},
    'valid',
  ],
  [
    'a requirement that takes effect below a self-issued authority',
    [of(policies(p1), explicit(2)), again(policies(p1)), to(p1), silent],
    {},
    'invalid',
  ],
  [
    'a requirement that takes effect below two self-issued authorities',
    [of(policies(p1), explicit(2)), again(policies(p1)), to(p1), again(policies(p1)), silent],
    {},
    'invalid',
  ],
];

const mapped = of(policies(p1), map([p1, p2]));
const mapsLater = [to(p1), mapped] as const;
const mappingRows: readonly PolicyRow[] = [
  ['a translated policy, by its first name', [mapped, to(p2)], from(p1), 'valid'],
  ['a translated policy, by its last name', [mapped, to(p2)], from(p2), 'invalid'],
  [
    'a translated policy, where the caller forbids it',
    [mapped, to(p2)],
    { ...must, inhibitMapping: true },
    'invalid',
  ],
  ['a holder with the policy before translation', [mapped, to(p1)], must, 'invalid'],
  [
    'a holder with the policy before translation, where the caller forbids it',
    [mapped, to(p1)],
    { ...must, inhibitMapping: true },
    'invalid',
  ],
  [
    'a policy translated twice',
    [of(policies(p1, p2), map([p2, p3])), of(policies(p3), map([p3, p4])), to(p4)],
    from(p2),
    'valid',
  ],
  [
    'a policy translated twice, and an untranslated one asked for',
    [of(policies(p1, p2), map([p2, p3])), of(policies(p3), map([p3, p4])), to(p4)],
    from(p1),
    'invalid',
  ],
  [
    'a holder with the policy between two translations',
    [of(policies(p1, p2), map([p2, p3])), of(policies(p3), map([p3, p4])), to(p3)],
    must,
    'invalid',
  ],
  ['a policy translated beside any', [of(policies(p1, any), map([p1, p2])), to(p2)], from(p1), 'valid'],
  [
    'a policy translated beside any, and a third one asked for',
    [of(policies(p1, any), map([p1, p2])), to(p2)],
    from(p4),
    'invalid',
  ],
  ['a translation from any', [of(policies(p1), map([any, p1])), to(p1)], {}, 'invalid'],
  ['a translation to any', [of(policies(p1), map([p1, any])), to(p1)], {}, 'invalid'],
  [
    'a translation of what stands only under any',
    [of(policies(any), map([p1, p2])), to(p2)],
    from(p1),
    'valid',
  ],
  ['a holder with any policy below a translation', [mapped, to(any)], from(p1), 'valid'],
  [
    'two policies that become one',
    [of(policies(p1, p2), map([p1, p3], [p2, p3])), to(p3)],
    from(p2),
    'valid',
  ],
];

const inhibited: readonly PolicyRow[] = [
  [
    'a translation that the authority forbids at once',
    [of(policies(p1), noMapping(0)), mapped, to(p2)],
    must,
    'invalid',
  ],
  [
    'a translation one step below, where one is allowed',
    [of(policies(p1), noMapping(1)), mapped, to(p2)],
    must,
    'valid',
  ],
  [
    'a translation two steps below, where one is allowed',
    [of(policies(p1), noMapping(1)), ...mapsLater, to(p2)],
    must,
    'invalid',
  ],
  [
    'a prohibition that a lower authority tightens',
    [of(policies(p1), noMapping(5)), of(policies(p1), noMapping(1)), ...mapsLater, to(p2)],
    must,
    'invalid',
  ],
  [
    'a prohibition that a lower authority would loosen',
    [of(policies(p1), noMapping(1)), of(policies(p1), noMapping(5)), mapped, to(p2)],
    must,
    'invalid',
  ],
  [
    'a prohibition that a self-issued authority does not bring nearer',
    [of(policies(p1), noMapping(1)), again(policies(p1)), mapped, to(p2)],
    must,
    'valid',
  ],
  [
    'a prohibition that is due below a self-issued authority',
    [of(policies(p1), noMapping(1)), again(policies(p1)), ...mapsLater, to(p2)],
    must,
    'invalid',
  ],
  [
    'a self-issued authority that translates where it is forbidden',
    [of(policies(p1), noMapping(0)), again(policies(p1), map([p1, p2])), to(p2)],
    must,
    'invalid',
  ],
  ['any policy, forbidden at once', [of(policies(p1), inhibitAnyPolicy(0)), to(any)], must, 'invalid'],
  [
    'any policy beside the right one, forbidden',
    [of(policies(p1), inhibitAnyPolicy(0)), to(any, p1)],
    must,
    'valid',
  ],
  [
    'any policy one step below, where one is allowed',
    [of(policies(p1), inhibitAnyPolicy(1)), to(any), to(p1)],
    must,
    'valid',
  ],
  [
    'any policy one step below, where the caller forbids it',
    [of(policies(p1), inhibitAnyPolicy(1)), to(any), to(p1)],
    { ...must, inhibitAny: true },
    'invalid',
  ],
  [
    'any policy two steps below, where one is allowed',
    [of(policies(p1), inhibitAnyPolicy(1)), to(p1), to(any)],
    must,
    'invalid',
  ],
  [
    'any policy, where a lower authority tightens',
    [of(policies(p1), inhibitAnyPolicy(5)), of(policies(p1), inhibitAnyPolicy(1)), to(p1), to(any)],
    must,
    'invalid',
  ],
  [
    'any policy, where a lower authority would loosen',
    [of(policies(p1), inhibitAnyPolicy(1)), of(policies(p1), inhibitAnyPolicy(5)), to(any)],
    must,
    'invalid',
  ],
  [
    'any policy in a self-issued authority, forbidden',
    [of(policies(p1), inhibitAnyPolicy(0)), again(policies(any)), to(p1)],
    must,
    'valid',
  ],
  [
    'any policy below a self-issued authority, forbidden',
    [of(policies(p1), inhibitAnyPolicy(1)), again(policies(p1)), to(any), to(any)],
    must,
    'invalid',
  ],
  [
    'any policy in a self-issued holder, forbidden',
    [of(policies(p1), inhibitAnyPolicy(0)), again(policies(any))],
    must,
    'invalid',
  ],
];

const groups = {
  'policies asked for (RFC 5280 §6.1.3 (d) to (f), §6.1.5 (g))': required,
  'policies that authorities require (§6.1.4 (h), (i))': requiredBy,
  'policies that are translated (§6.1.4 (a), (b))': mappingRows,
  'translations and any policy that are forbidden (§6.1.4 (h) to (j))': inhibited,
};

for (const [title, rows] of Object.entries(groups))
  describe(title, () => {
    for (const [what, steps, asked, expected] of rows)
      it(`${what}: ${expected}`, async () => {
        expect(await answer(along(steps, asked))).toBe(expected);
      });
  });
