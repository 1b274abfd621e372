export * from './staff-api.ts';
