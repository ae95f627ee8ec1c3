#!/usr/bin/env node
import * as fs from 'fs'

var a: any = process.argv.slice(2), J = false, E = 0
const tmp = a
var w: any = []
for (var i = 0; i < a.length; i++) {
  if (a[i] == '--json') J = true
  else if (a[i][0] == '-') die()
  else w.push(a[i])
}
function die() { console.error('wrong call!'); process.exit(2) }
function other(x: any) { return x }

if (w[0] != 'stock' && w[0] != 'low' && w[0] != 'history') die()
if (w[0] == 'stock' && w.length != 2) die()
if (w[0] == 'low' && (w.length != 3 || !/^[0-9]+$/.test(w[1]) || w[1] < 1)) die()
if (w[0] == 'history' && w.length != 3) die()
var f = w[w.length - 1]
var t: any
try { t = fs.readFileSync(f).toString() } catch (e) { console.error('cannot read ' + f); process.exit(1) }

function doit(q: any, p: any) {
  var s: any = {}, h: any = [], l = t.split('\n')
  for (var i = 0; i < l.length; i++) {
    var x = l[i]
    if (x.trim() != '') {
      if (x[0] != '#') {
        var k = x.trim().split(/ +/)
        if (k.length == 4 && /^\d\d\d\d-\d\d-\d\d$/.test(k[0]) && /^[a-z0-9-]+$/.test(k[2]) && /^\d+$/.test(k[3])) {
          var n = +k[3]
          if (k[1] == 'in' && n > 0) {
            if (s[k[2]] == undefined) { s[k[2]] = n } else { s[k[2]] = s[k[2]] + n }
            if (k[2] == p) { h.push({ date: k[0], kind: k[1], amount: n, stock: s[k[2]] }) }
          } else if (k[1] == 'out' && n > 0) {
            if (s[k[2]] == undefined || s[k[2]] < n) {
              console.error('line ' + (i + 1) + ' too much'); E = 1
            } else {
              s[k[2]] = s[k[2]] - n
              if (k[2] == p) { h.push({ date: k[0], kind: k[1], amount: n, stock: s[k[2]] }) }
            }
          } else if (k[1] == 'count') {
            s[k[2]] = n
            if (k[2] == p) { h.push({ date: k[0], kind: k[1], amount: n, stock: s[k[2]] }) }
          } else { console.error('line ' + (i + 1) + ' bad'); E = 1 }
        } else { console.error('line ' + (i + 1) + ' bad'); E = 1 }
      }
    }
  }
  if (q == 'stock') {
    var r: any = []
    for (var key of Object.keys(s).sort()) r.push({ part: key, stock: s[key] })
    if (J) console.log(JSON.stringify(r))
    else for (var y of r) console.log(y.part + ': ' + y.stock)
  } else if (q == 'low') {
    var r2: any = []
    for (var key of Object.keys(s).sort()) if (s[key] < p) r2.push({ part: key, stock: s[key] })
    r2.sort(function (c: any, d: any) { return c.stock - d.stock })
    if (J) console.log(JSON.stringify(r2))
    else for (var y of r2) console.log(y.part + ': ' + y.stock)
  } else {
    if (J) console.log(JSON.stringify(h))
    else for (var y of h) console.log(y.date + ' ' + y.kind + ' ' + y.amount + ' -> ' + y.stock)
  }
}
doit(w[0], w[1])
process.exitCode = E
