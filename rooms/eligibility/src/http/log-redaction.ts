/**
 * For pino's `redact`: whatever an unwary log line may carry of requests and answers. The service itself logs
 * neither bodies nor headers.
 */
export const logRedaction = {
  paths: [
    'token',
    'statement',
    'person',
    'coverages',
    'answer',
    'authorization',
    '*.token',
    '*.statement',
    '*.person',
    '*.coverages',
    '*.answer',
    '*.authorization',
    'req.headers.authorization',
    'request.headers.authorization',
    'body',
    '*.body',
  ],
  censor: '[withheld]',
};
