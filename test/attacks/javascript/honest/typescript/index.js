export * from './src/tools.ts';
