declare module '*.css';
declare module '@honnin/appearance/appearance.css';
