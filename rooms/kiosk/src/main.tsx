import '@honnin/appearance/appearance.css';
import { ActionButton } from '@honnin/appearance';
import { createRoot } from 'react-dom/client';

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<ActionButton onPress={() => {}}>本人</ActionButton>);
