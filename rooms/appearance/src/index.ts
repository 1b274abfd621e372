export { ActionButton } from './action-button.tsx';
export { BrandMark } from './brand-mark.tsx';
