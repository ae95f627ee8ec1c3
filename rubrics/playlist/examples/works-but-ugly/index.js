export function playingTime(p){var t=0;for(var k in p){t=t+p[k].seconds*p[k].times};return t}
var c=function(q){return JSON.parse(JSON.stringify(q))}
export function playNext(a,b)
{
    var z=c(a),r=[c(b)]
        for(var i=0;i<z.length;i++){ if(z[i].title==b.title){ r[0].times=r[0].times+z[i].times }else{ r[r.length]=z[i] } }
    return r }
export function withoutMood(a,m){
var z=c(a); for(var i=z.length-1;i>=0;i--){if(z[i].mood==m)z.splice(i,1)} return z }
export function shortestSong(a){
  console.log('looking for the shortest one', a)
  var z=c(a).sort(function(p,q){return p.seconds-q.seconds})
  if(z.length==0){return null}else{return z[0]}
}
export function labelsOf(a,f){var r=[];for(var i=0;i<a.length;i++){r[i]=f(a[i])}return r}
export function atSpeed(p){return function(x){return parseInt((x*100/p+0.5).toString())}}
export function formatTime(x){
  var m=0;while(x>59){m++;x=x-60}
  var s=''+x
  if(s.length==1)s='0'+s
  return ''+m+':'+s
}
