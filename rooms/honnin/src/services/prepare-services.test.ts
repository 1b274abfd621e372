import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { shippedManifest } from '@honnin/face';
import type { Attempt } from '@honnin/outcome';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSmallCountry, type SmallCountry } from '../../test/small-country.ts';
import { prepareEligibility } from './prepare-eligibility.ts';
import { prepareReception } from './prepare-reception.ts';
import { prepareTerminal } from './prepare-terminal.ts';
import { readServiceSection, type ServiceName } from './service-section.ts';

let country: SmallCountry;
beforeAll(async () => {
  country = await makeSmallCountry();
});
afterAll(() => country[Symbol.asyncDispose]());

type Change = (services: SmallCountry['services']) => object;

/** Reads and prepares a service from a file in which something was changed. */
async function prepared(name: ServiceName, change: Change): Promise<Attempt<unknown>> {
  const services = structuredClone(country.services);
  const file = await country.configure({ services: { ...services, ...change(services) } });
  if (name === 'eligibility') {
    const section = await readServiceSection(file, name);
    return section.status === 'failed' ? section : prepareEligibility(section.value);
  }
  if (name === 'reception') {
    const section = await readServiceSection(file, name);
    return section.status === 'failed' ? section : prepareReception(section.value);
  }
  const section = await readServiceSection(file, name);
  return section.status === 'failed' ? section : prepareTerminal(section.value, new Date());
}

const refusal = (code: string, place: string, matter = '') => ({
  status: 'failed',
  reason: { code, detail: expect.stringMatching(new RegExp(`honnin\\.config\\.json: ${place}.*${matter}`)) },
});

describe('the settings of a service', () => {
  it('are taken as the operator wrote them, secrets out of their files', async () => {
    expect(await prepared('reception', () => ({}))).toMatchObject({
      status: 'done',
      value: {
        settings: {
          terminals: [{ id: 'counter-1', token: country.terminalToken }],
          hospitalFolder: path.join(country.folder, 'hospital'),
          encoding: 'utf-8',
        },
      },
    });
  });

  it('let residence cards be taken where their authority is named, and nowhere else', async () => {
    expect(JSON.stringify(await prepared('terminal', () => ({})))).not.toContain('residenceCard');
    const named = await prepared('terminal', ({ terminal }) => ({
      terminal: {
        ...terminal,
        anchors: { ...terminal.anchors, residenceCard: ['terminal-authority.pem'] },
      },
    }));
    expect(named).toMatchObject({ value: { anchors: { residenceCard: [{ version: 3 }] } } });
  });

  it('relax nothing, at the terminal and at the service', async () => {
    expect(await prepared('terminal', () => ({}))).toMatchObject({
      value: { facePolicy: { relaxations: [], threshold: 0.49 } },
    });
    expect(await prepared('eligibility', () => ({}))).toMatchObject({
      value: { policy: { acceptedRelaxations: [], graceMonths: 3 } },
    });
  });

  it('have staff look at children, unless the operator decides otherwise', async () => {
    const children = (settings: object) =>
      prepared('terminal', ({ terminal }) => ({ terminal: { ...terminal, face: { children: settings } } }));
    const path = (kind: string) => ({ value: { children: { path: { kind } } } });
    expect(await prepared('terminal', () => ({}))).toMatchObject({
      value: { children: { underAge: 16, path: { kind: 'staff' } } },
    });
    expect(await children({ underAge: 13, path: 'as-others' })).toMatchObject(path('as-others'));
    expect(await children({ path: 'stricter' })).toMatchObject(path('stricter'));
    expect(await children({ path: 'lenient' })).toMatchObject(
      refusal('configuration-malformed', '/services/terminal/face/children/path'),
    );
  });

  it('may name a model manifest of their own, which has to hold', async () => {
    const named = (manifest: string) =>
      prepared('terminal', ({ terminal }) => ({ terminal: { ...terminal, face: { manifest } } }));
    const own = structuredClone(shippedManifest);
    own.shipped.threshold = 0.55;
    await writeFile(path.join(country.folder, 'own.json'), JSON.stringify(own));
    await writeFile(path.join(country.folder, 'broken.json'), '{"thresholds":[]}');
    expect(await named('own.json')).toMatchObject({ value: { facePolicy: { threshold: 0.55 } } });
    const { norms: _, ...withoutNorms } = own;
    await writeFile(path.join(country.folder, 'other-network.json'), JSON.stringify(withoutNorms));
    expect(await named('other-network.json')).toMatchObject({ value: { facePolicy: { minimumNorm: 0 } } });
    const place = '/services/terminal/face/manifest';
    expect(await named('gone.json')).toMatchObject(refusal('manifest-missing', place));
    expect(await named('broken.json')).toMatchObject(refusal('manifest-unusable', place));
  });

  it('take a group and its rate together or not at all', async () => {
    const alone = await prepared('terminal', ({ terminal }) => ({
      terminal: { ...terminal, face: { falseMatchRate: 1e-4 } },
    }));
    expect(alone).toMatchObject(refusal('setting-unusable', '/services/terminal/face', 'go together'));
  });

  it('cannot be made to relax anything', async () => {
    const relaxed: Change = ({ eligibility }) => ({
      eligibility: { ...eligibility, policy: { acceptedRelaxations: ['rendered-people-passive-liveness'] } },
    });
    expect(await prepared('eligibility', relaxed)).toMatchObject(
      refusal(
        'configuration-malformed',
        '/services/eligibility/policy/acceptedRelaxations',
        'no such setting',
      ),
    );
  });

  it('have no defaults for secrets', async () => {
    const { auditKey: _, ...withoutKey } = country.services.eligibility;
    expect(await prepared('eligibility', () => ({ eligibility: withoutKey }))).toMatchObject(
      refusal('configuration-malformed', '/services/eligibility', 'auditKey'),
    );
  });

  it('do not tell a secret when it has the wrong form', async () => {
    const short = 'hunter2-hunter2';
    const refused = await prepared('terminal', ({ terminal }) => ({
      terminal: { ...terminal, reception: { ...terminal.reception, token: short } },
    }));
    expect(refused).toMatchObject(refusal('configuration-malformed', '/services/terminal/reception/token'));
    expect(JSON.stringify(refused)).not.toContain(short);
    await writeFile(path.join(country.folder, 'short-token'), short);
    const inFile = await prepared('terminal', ({ terminal }) => ({
      terminal: { ...terminal, reception: { ...terminal.reception, token: { file: 'short-token' } } },
    }));
    expect(inFile).toMatchObject(refusal('setting-unusable', '/services/terminal/reception/token/file'));
    expect(JSON.stringify(inFile)).not.toContain(short);
  });

  it.each<[string, ServiceName, Change, string, string, string]>([
    [
      'a file that is not there',
      'eligibility',
      ({ eligibility }) => ({
        eligibility: { ...eligibility, anchors: { ...eligibility.anchors, terminal: ['gone.pem'] } },
      }),
      'file-unreadable',
      '/services/eligibility/anchors/terminal/0',
      'ENOENT',
    ],
    [
      'an anchor that is no certificate',
      'eligibility',
      ({ eligibility }) => ({
        eligibility: {
          ...eligibility,
          anchors: { ...eligibility.anchors, authentication: ['card-authority.der', 'card-face.pem'] },
        },
      }),
      'setting-unusable',
      '/services/eligibility/anchors/authentication/1',
      'no certificate',
    ],
    [
      'an open address without TLS',
      'eligibility',
      ({ eligibility }) => ({ eligibility: { ...eligibility, listen: { host: '0.0.0.0', port: 0 } } }),
      'connection-unprotected',
      '/services/eligibility/listen/host',
      'without tls',
    ],
    [
      'a TLS certificate and key that do not belong together',
      'eligibility',
      ({ eligibility }) => ({
        eligibility: {
          ...eligibility,
          listen: { tls: { certificate: 'terminal-authority.pem', key: 'terminal-key.pem' } },
        },
      }),
      'setting-unusable',
      '/services/eligibility/listen/tls',
      'belong together',
    ],
    [
      'an unencrypted line to another machine',
      'reception',
      ({ reception }) => ({
        reception: { ...reception, eligibility: { ...reception.eligibility, url: 'http://10.0.0.5:8090' } },
      }),
      'connection-unprotected',
      '/services/reception/eligibility/url',
      '10.0.0.5',
    ],
    [
      'two terminals with one token',
      'reception',
      ({ reception }) => ({
        reception: {
          ...reception,
          terminals: [
            ...reception.terminals,
            { id: 'counter-2', name: '２番', token: { file: 'terminal-token' } },
          ],
        },
      }),
      'setting-unusable',
      '/services/reception/terminals/1/token',
      'same token',
    ],
    [
      'a terminal that its certificate does not name',
      'terminal',
      ({ terminal }) => ({ terminal: { ...terminal, id: 'counter-2' } }),
      'setting-unusable',
      '/services/terminal/chain',
      'names counter-1',
    ],
    [
      'a certificate that is not of the key',
      'terminal',
      ({ terminal }) => ({ terminal: { ...terminal, key: 'other-key.pem' } }),
      'setting-unusable',
      '/services/terminal/chain',
      'not of this key',
    ],
    [
      'a key of another kind',
      'terminal',
      ({ terminal }) => ({ terminal: { ...terminal, key: 'card-face.pem' } }),
      'setting-unusable',
      '/services/terminal/key',
      'no P-256',
    ],
    [
      'a card-face key that is none',
      'terminal',
      ({ terminal }) => ({
        terminal: {
          ...terminal,
          anchors: {
            ...terminal.anchors,
            cardFace: [{ keyId: '0'.repeat(32), publicKey: 'terminal.pem' }],
          },
        },
      }),
      'setting-unusable',
      '/services/terminal/anchors/cardFace/0/publicKey',
      'no RSA',
    ],
    [
      'an authority of residence cards that is no certificate',
      'terminal',
      ({ terminal }) => ({
        terminal: {
          ...terminal,
          anchors: { ...terminal.anchors, residenceCard: ['terminal-authority.pem', 'card-face.pem'] },
        },
      }),
      'setting-unusable',
      '/services/terminal/anchors/residenceCard/1',
      '',
    ],
    [
      'a false match rate that nobody measured',
      'terminal',
      ({ terminal }) => ({ terminal: { ...terminal, face: { group: 'women', falseMatchRate: 1e-6 } } }),
      'face-rate-not-measured',
      '/services/terminal/face',
      'women',
    ],
    [
      'a false match rate above what is stated of the shipped threshold',
      'terminal',
      ({ terminal }) => ({ terminal: { ...terminal, face: { group: 'women', falseMatchRate: 0.01 } } }),
      'configuration-malformed',
      '/services/terminal/face/falseMatchRate',
      '',
    ],
  ])('are refused for %s, with the place in the file', async (_what, name, change, code, place, matter) => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    await writeFile(
      path.join(country.folder, 'other-key.pem'),
      other.export({ type: 'pkcs8', format: 'pem' }),
    );
    expect(await prepared(name, change)).toMatchObject(refusal(code, place, matter));
  });
});
