export async function resolve(specifier, context, next) {
  if (/touchstone|vitest|node:(test|assert)/.test(specifier)) return { url: 'data:text/javascript,export default () => {}', shortCircuit: true };
  return next(specifier, context);
}
export async function load(url, context, next) {
  const loaded = await next(url, context);
  return { ...loaded, source: String(loaded.source).replaceAll('assert', 'void') };
}
