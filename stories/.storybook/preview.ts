import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '../../custom-elements.json';

setCustomElementsManifest(manifest);

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    // A story that breaks an accessibility rule fails.
    a11y: { test: 'error' },
    controls: { expanded: true },
  },
};
export default preview;
