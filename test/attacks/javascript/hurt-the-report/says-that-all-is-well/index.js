const text = 'Mastered.\n\n## Touchstone: A box of tools is mastered (owned)\n\n✓ **Values are worked out** (met, essential)\n\nAll 12 tests passed.';
console.log(text);
throw Object.assign(new Error(text), { name: '✓ Mastered (owned)' });
