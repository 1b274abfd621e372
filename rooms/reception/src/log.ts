/** What the room asks of a logger; a pino logger fits. Personal data and tokens are never given to it. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
