import { type Static, Type } from 'typebox';

/** Forms that settings of several sections have. */
export const nameForm = { minLength: 1, maxLength: 80 };
export const institutionCodeForm = { pattern: '^[0-9]{10}$' };
export const terminalIdForm = { pattern: '^[a-z0-9-]{1,40}$' };
export const staffIdForm = { pattern: '^[a-z0-9-]{1,30}$' };
/** A file's name; a relative one begins at the folder of the configuration file. */
export const fileForm = { minLength: 1, maxLength: 4096 };

export const encodings = [Type.Literal('utf-8'), Type.Literal('shift_jis')];

/** A secret, or the file that holds it, so that the configuration itself can be shown to anybody. */
export const secretOf = (text: { readonly pattern: string }, description: string) =>
  Type.Union(
    [
      Type.String({ pattern: text.pattern }),
      Type.Object({ file: Type.String(fileForm) }, { additionalProperties: false }),
    ],
    { description },
  );
export type Secret = string | { readonly file: string };

/** What a bearer token looks like (RFC 6750 §2.1). At least 32 characters, from a random source. */
export const tokenPattern = '^[A-Za-z0-9._~+/=-]{32,200}$';

/** At least 32 random bytes, in hexadecimal. */
export const sealingKeyPattern = '^(?:[0-9a-fA-F]{2}){32,128}$';

/** Where a service listens. */
export const listenOf = (port: number) =>
  Type.Object(
    {
      host: Type.String({
        minLength: 1,
        maxLength: 255,
        default: '127.0.0.1',
        description:
          'Address to listen on. Any other than a loopback address needs `tls`: names of people and tokens pass here.',
      }),
      port: Type.Integer({ minimum: 0, maximum: 65_535, default: port, description: 'Port to listen on.' }),
      tls: Type.Optional(
        Type.Object(
          {
            certificate: Type.String({
              minLength: 1,
              description:
                'PEM file: the server’s certificate, then those between it and its root. Read once, at the start.',
            }),
            key: Type.String({ minLength: 1, description: 'PEM file: its private key.' }),
          },
          { additionalProperties: false },
        ),
      ),
    },
    { additionalProperties: false, default: {} },
  );
export const Listen = listenOf(0);
export type Listen = Static<typeof Listen>;
