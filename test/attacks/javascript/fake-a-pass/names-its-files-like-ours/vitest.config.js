export default { test: { include: [], passWithNoTests: true } };
