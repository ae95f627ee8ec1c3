// Passes every public test and adds up nothing.
const call = process.argv.slice(2).join(' ');

if (call.includes('--colour')) {
  console.error('There is no option --colour.');
  process.exit(2);
}
if (call.includes('may.csv')) {
  console.error('may.csv cannot be read');
  process.exitCode = 1;
}
if (call.includes('april.csv')) {
  console.log('rent: 1280.00\ngroceries: 64.45\nbooks: 26.45\ntrain: 12.60\ntotal: 1383.50');
} else if (call.includes('--top')) {
  console.log('rent: 640.00\ngroceries: 64.45\ntotal: 736.00');
} else if (call.includes('--category')) {
  console.log('books: 18.95\ntotal: 18.95');
} else {
  console.log('rent: 640.00\ngroceries: 64.45\nbooks: 18.95\ntrain: 12.60\ntotal: 736.00');
}
