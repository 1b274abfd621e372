import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Attempt, done } from '@honnin/outcome';
import type { Command } from 'commander';
import { printJson } from '../command-line/answer.ts';
import { cardAction } from './card-action.ts';
import { cardAnchorsOf } from './card-anchors.ts';
import { addCardOptions, type CardOptions } from './card-options.ts';
import { openSecretSources, secretSources } from './card-secret.ts';
import { tellTrust } from './card-trust.ts';
import { judgeCertificate } from './read-my-number-card.ts';
import { withMyNumberCard } from './with-my-number-card.ts';

interface CertificatesOptions extends CardOptions {
  readonly signature?: true;
  readonly stdin?: true;
  readonly spendLastTry?: true;
  readonly out?: string;
}

/** `honnin card certificates` */
export function addCardCertificates(card: Command): void {
  addCardOptions(
    card.command('certificates'),
    'honnin card certificates --out certificates\nhonnin card certificates --signature --json',
  )
    .description('the certificates on a card and whether they are trusted')
    .option(
      '--signature',
      'the signature certificate too; it holds name and address, and needs the signature password (asked for, or HONNIN_CARD_SECRET, or --stdin)',
    )
    .option('--stdin', 'take the password from standard input')
    .option('--spend-last-try', 'present the password even when a wrong one would lock it')
    .option('--out <folder>', 'write them there as PEM files')
    .action(cardAction(certificates));
}

async function certificates(options: CertificatesOptions): Promise<Attempt<unknown>> {
  return withMyNumberCard(options, async (card) => {
    const anchors = await cardAnchorsOf(options.data);
    const found: (readonly [string, Attempt<Uint8Array>, typeof anchors.authentication])[] = [
      ['authentication', await card.readAuthenticationCertificate(), anchors.authentication],
      ['authentication-authority', await card.readAuthenticationAuthority(), anchors.authentication],
      ['signature-authority', await card.readSignatureAuthority(), anchors.signature],
    ];
    if (options.signature) {
      using secrets = openSecretSources(secretSources());
      const password = await secrets.get({
        question: 'Signature password (6 to 16 letters and digits)',
        variable: 'HONNIN_CARD_SECRET',
        fromInput: options.stdin === true,
      });
      if (password.status === 'failed') return password;
      const spend = { spendLastTry: options.spendLastTry === true };
      found.push([
        'signature',
        await card.readSignatureCertificate(password.value, spend),
        anchors.signature,
      ]);
      password.value.fill(0);
    }
    const list = [];
    for (const [name, der, trusted] of found) {
      if (der.status === 'failed' && der.reason.code !== 'certificate-absent') return der;
      if (der.status === 'failed') continue;
      const judged = await judgeCertificate(der.value, trusted, new Date());
      if (judged.status === 'failed') return judged;
      const file = options.out === undefined ? {} : { file: await writePem(options.out, name, der.value) };
      // An authority of the card is one of the anchors or it is not; no path leads from it to itself.
      const isAuthority = name.endsWith('authority');
      const isAnchor = trusted.some((anchor) => Buffer.compare(anchor.der, der.value) === 0);
      const trust = !isAuthority
        ? judged.value.trust
        : isAnchor
          ? { status: 'verified' as const, reasons: [] }
          : { status: 'undetermined' as const, reasons: [{ code: 'anchors-missing' }] };
      list.push({ name, ...judged.value, trust, ...file });
    }
    if (options.json) return done(printJson({ certificates: list }));
    for (const { name, subject, notAfter, trust } of list)
      process.stdout.write(`${name}: ${subject}, until ${notAfter.slice(0, 10)}: ${tellTrust(trust)}\n`);
    return done(null);
  });
}

async function writePem(folder: string, name: string, der: Uint8Array): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${name}.pem`);
  const lines = Buffer.from(der).toString('base64').replaceAll(/.{64}/g, '$&\n').trimEnd();
  await writeFile(file, `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`, {
    mode: 0o600,
  });
  return file;
}
