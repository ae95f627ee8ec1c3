export const größe = (zahl, höchstens) => Number.isInteger(zahl) && zahl >= 0 && zahl <= höchstens;
export const 加算 = (左, 右) => 左 + 右;
