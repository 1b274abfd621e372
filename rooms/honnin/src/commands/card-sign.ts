import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { type Attempt, done, failed, reason } from '@honnin/outcome';
import { type Command, Option } from 'commander';
import { printJson } from '../command-line/answer.ts';
import { cardAction } from './card-action.ts';
import { addCardOptions, type CardOptions } from './card-options.ts';
import { openSecretSources, secretSources } from './card-secret.ts';
import { triesLeftText } from './tries-left-text.ts';
import { withMyNumberCard } from './with-my-number-card.ts';

interface SignOptions extends CardOptions {
  readonly in: string;
  readonly out?: string;
  readonly key: 'authentication' | 'signature';
  readonly padding: 'pkcs1' | 'pss';
  readonly stdin?: true;
  readonly spendLastTry?: true;
}

/** `honnin card sign` */
export function addCardSign(card: Command): void {
  addCardOptions(
    card.command('sign'),
    'honnin card sign --in letter.pdf --out letter.sig\n' +
      'honnin card certificates --out certificates\n' +
      'openssl x509 -in certificates/authentication.pem -noout -pubkey > key.pem\n' +
      'openssl dgst -sha256 -verify key.pem -signature letter.sig letter.pdf',
  )
    .description('sign the SHA-256 of a file with one of the card’s keys')
    .requiredOption('--in <file>', 'the file to sign')
    .option('--out <file>', 'write the 256 bytes of the signature there')
    .addOption(
      new Option('--key <name>', 'which key')
        .choices(['authentication', 'signature'])
        .default('authentication'),
    )
    .addOption(
      new Option('--padding <name>', 'PKCS #1 v1.5 or RSASSA-PSS').choices(['pkcs1', 'pss']).default('pkcs1'),
    )
    .option(
      '--stdin',
      'take the PIN or password from standard input; else it is asked for, or stands in HONNIN_CARD_SECRET',
    )
    .option('--spend-last-try', 'present it even when a wrong one would lock it')
    .action(cardAction(sign));
}

async function sign(options: SignOptions): Promise<Attempt<unknown>> {
  const digest = await digestOf(options.in);
  if (digest.status === 'failed') return digest;
  return withMyNumberCard(options, async (card) => {
    const isAuthentication = options.key === 'authentication';
    const left = await triesLeftText(
      card,
      isAuthentication ? 'authentication-pin' : 'signature-password',
      options.spendLastTry === true,
    );
    if (left.status === 'failed') return left;
    using secrets = openSecretSources(secretSources());
    const secret = await secrets.get({
      question: `${isAuthentication ? 'Authentication PIN (4 digits' : 'Signature password (6 to 16 letters and digits'}, ${left.value})`,
      variable: 'HONNIN_CARD_SECRET',
      fromInput: options.stdin === true,
    });
    if (secret.status === 'failed') return secret;
    const spend = { spendLastTry: options.spendLastTry === true };
    const check = isAuthentication
      ? await card.verifyAuthenticationPin(secret.value, spend)
      : await card.verifySignaturePassword(secret.value, spend);
    secret.value.fill(0);
    if (check.status === 'failed') return check;
    if (check.value.kind === 'locked') return failed(reason('pin-locked'));
    if (check.value.kind === 'wrong')
      return failed(reason('pin-wrong', `tries left: ${check.value.triesLeft}`));
    const signature =
      options.padding === 'pss'
        ? await card.sign(options.key, 'pss-of-digest', digest.value)
        : isAuthentication
          ? await card.signForAuthentication(digest.value)
          : await card.signForSignature(digest.value);
    if (signature.status === 'failed') return signature;
    if (options.out !== undefined) await writeFile(options.out, signature.value);
    const text = Buffer.from(signature.value).toString('base64');
    if (options.json)
      return done(
        printJson({
          status: 'done',
          key: options.key,
          padding: options.padding,
          signature: text,
          ...(options.out === undefined ? {} : { file: options.out }),
        }),
      );
    return done(process.stdout.write(`${options.out ?? text}\n`));
  });
}

async function digestOf(file: string): Promise<Attempt<Uint8Array>> {
  try {
    return done(
      createHash('sha256')
        .update(await readFile(file))
        .digest(),
    );
  } catch (error) {
    return failed(reason('file-unreadable', `${file}: ${(error as NodeJS.ErrnoException).code ?? 'error'}`));
  }
}
