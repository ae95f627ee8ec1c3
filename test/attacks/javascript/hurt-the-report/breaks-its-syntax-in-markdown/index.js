export const add = (a, b) => a + b;
const `owned` = '@owned'; ```
# owned <img src=x onerror=owned> ]] @owned #1
