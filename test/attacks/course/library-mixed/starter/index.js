export const label = () => '';
