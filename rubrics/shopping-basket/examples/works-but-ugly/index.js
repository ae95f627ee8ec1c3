export function totalOf(b){var x=0;for(var k in b){x=x+b[k].price*b[k].quantity};return x}
var c=function(q){return JSON.parse(JSON.stringify(q))}
export function addItem(a,b)
{
    var z=c(a)
        for(var i=0;i<z.length;i++){ if(z[i].name==b.name){ z[i].quantity=z[i].quantity+b.quantity; return z } }
    z.push(c(b)); return z
}
export function removeItem(a,n){
var z=c(a); for(var i=z.length-1;i>=0;i--){if(z[i].name==n)z.splice(i,1)} return z }
export function mostExpensive(a){
  console.log('looking for the most expensive one', a)
  var z=c(a).sort(function(p,q){return q.price-p.price})
  if(z.length==0){return null}else{return z[0]}
}
export function itemsWhere(a,f){var r=[];for(var i=0;i<a.length;i++){var y=f(a[i]);if(y){r[r.length]=a[i]}else{}}return r}
export function discount(p){return function(x){return parseInt((x-x*p/100+0.5).toString())}}
export function formatPrice(x){
  var s=''+x
  if(s.length==1)s='00'+s
  if(s.length==2)s='0'+s
  return '€'+s.substr(0,s.length-2)+'.'+s.substr(s.length-2)
}
