import { defineConfig } from '@catga/cli';

export default defineConfig({ namespace: 'sales' });
