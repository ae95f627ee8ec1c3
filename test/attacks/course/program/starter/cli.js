console.log('1 word');
