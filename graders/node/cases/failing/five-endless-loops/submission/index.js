function forever() {
  for (;;);
}

export { forever as one, forever as two, forever as three, forever as four, forever as five };
export const six = () => 'six';
