#!/usr/bin/env node
// expense report v4 (works, please do not touch!!)
import fs from 'node:fs';

var a = process.argv.slice(2);
var F = [];
var t = 0;
var cat = '';
var catset = false;
var S = {};
var sum = 0;
var problems = 0;
var debug = false;
var tmp;

for (var i = 0; i < a.length; i++) {
  if (a[i] == '--top') {
    i = i + 1;
    if (a[i] == undefined) {
      console.error('--top needs a number');
      process.exit(2);
    } else {
      if (!/^[0-9]+$/.test(a[i])) {
        console.error('--top needs a number, not ' + a[i]);
        process.exit(2);
      } else {
        t = a[i] * 1;
        if (t == 0) {
          console.error('--top needs a number from 1 up');
          process.exit(2);
        }
      }
    }
  } else if (a[i] == '--category') {
    i = i + 1;
    if (a[i] == undefined) {
      console.error('--category needs a name');
      process.exit(2);
    } else {
      cat = a[i];
      catset = true;
    }
  } else if (a[i].substring(0, 1) == '-') {
    console.error('unknown option ' + a[i]);
    process.exit(2);
  } else {
    F.push(a[i]);
  }
}

function log(m) {
  if (debug == true) {
    console.error('DEBUG ' + m);
  }
}

function pad(n) {
  if (n < 10) {
    return '0' + n;
  } else {
    return '' + n;
  }
}

function old_format(n) {
  return (n / 100).toFixed(2);
}

if (F.length == 0) {
  var data = fs.readFileSync(0, 'utf8');
  var l = data.split('\n');
  for (var j = 0; j < l.length; j++) {
    var x = l[j].replace('\r', '');
    if (x.trim() != '') {
      var p = x.split(',');
      if (p.length == 3) {
        if (/^[0-9]+(\.[0-9][0-9]?)?$/.test(p[2].trim())) {
          if (catset == false || p[1].trim() == cat) {
            var q = p[2].trim().split('.');
            var k = q[0] * 100;
            if (q.length == 2) {
              if (q[1].length == 1) {
                k = k + q[1] * 10;
              } else {
                k = k + q[1] * 1;
              }
            }
            if (S[p[1].trim()] == undefined) {
              S[p[1].trim()] = k;
            } else {
              S[p[1].trim()] = S[p[1].trim()] + k;
            }
            sum = sum + k;
          }
        } else {
          console.error('standard input, line ' + (j + 1) + ': the amount is wrong: ' + x);
          problems = problems + 1;
        }
      } else {
        console.error('standard input, line ' + (j + 1) + ': this is not an expense: ' + x);
        problems = problems + 1;
      }
    }
  }
} else {
  for (var i = 0; i < F.length; i++) {
    var data = null;
    try {
      data = fs.readFileSync(F[i], 'utf8');
    } catch (e) {
      console.error('cannot read ' + F[i]);
      problems = problems + 1;
    }
    if (data != null) {
      var l = data.split('\n');
      for (var j = 0; j < l.length; j++) {
        var x = l[j].replace('\r', '');
        if (x.trim() != '') {
          var p = x.split(',');
          if (p.length == 3) {
            if (/^[0-9]+(\.[0-9][0-9]?)?$/.test(p[2].trim())) {
              if (catset == false || p[1].trim() == cat) {
                var q = p[2].trim().split('.');
                var k = q[0] * 100;
                if (q.length == 2) {
                  if (q[1].length == 1) {
                    k = k + q[1] * 10;
                  } else {
                    k = k + q[1] * 1;
                  }
                }
                if (S[p[1].trim()] == undefined) {
                  S[p[1].trim()] = k;
                } else {
                  S[p[1].trim()] = S[p[1].trim()] + k;
                }
                sum = sum + k;
              }
            } else {
              console.error(F[i] + ', line ' + (j + 1) + ': the amount is wrong: ' + x);
              problems = problems + 1;
            }
          } else {
            console.error(F[i] + ', line ' + (j + 1) + ': this is not an expense: ' + x);
            problems = problems + 1;
          }
        }
      }
    }
  }
}

var N = Object.keys(S);
N.sort();
N.sort(function (c, d) {
  return S[d] - S[c];
});
var n = 0;
for (var i = 0; i < N.length; i++) {
  if (t == 0 || n < t) {
    var c = S[N[i]];
    console.log(N[i] + ': ' + (c - (c % 100)) / 100 + '.' + pad(c % 100));
    n = n + 1;
  }
}
console.log('total: ' + (sum - (sum % 100)) / 100 + '.' + pad(sum % 100));
log('done');
if (problems > 0) {
  process.exitCode = 1;
} else {
  process.exitCode = 0;
}
