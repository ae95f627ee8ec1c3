import fs from 'fs'
var a=process.argv.slice(2),T=99999,C,F=[],bad=0,E=0
for(var i=0;i<a.length;i++){
 if(a[i]=='--top'){T=a[++i]; if(T==undefined||!/^[0-9]+$/.test(T)||T==0)bad=1}
 else if(a[i]=='--category'){ C=a[++i]; if(C===undefined)bad=1 }
 else if(a[i][0]=='-')bad=1
 else F.push(a[i])
}
if(bad){process.stderr.write('??? wrong options: '+a.join(' ')+'\n');process.exit(2)}
var S={},sum=0
function doit(t,n){
  var l=t.split('\n')
  for(var i=0;i<l.length;i++){
    var x=l[i].replace('\r','')
      if(x==''){}else{
    var p=x.split(',')
    if(p.length!=3||!p[2].match(/^[0-9]+([.][0-9][0-9]?)?$/)){E=1;process.stderr.write(n+' '+(i+1)+' bad\n')}
    else if(!C||C==p[1]){
      var q=p[2].split('.'),k=q[0]*100; if(q[1]){k=k+(q[1].length==1?q[1]*10:q[1]*1)}
      if(S[p[1]]==undefined){S[p[1]]=k}else{S[p[1]]=S[p[1]]+k}
      sum=sum+k
    } }
  }
}
if(F.length==0)doit(fs.readFileSync(0).toString(),'stdin')
for(var i in F){ var t=null
  try{t=fs.readFileSync(F[i]).toString()}catch(e){E=1;process.stderr.write(''+e+'\n')}
  if(t!=null)doit(t,F[i]) }
var N=Object.keys(S); N.sort(); N.sort(function(x,y){return S[y]-S[x]})
function f(c){var s=''+c;while(s.length<3)s='0'+s;return s.slice(0,-2)+'.'+s.slice(-2)}
var o=''
for(var i=0;i<N.length&&i<T;i++)o=o+N[i]+': '+f(S[N[i]])+'\n'
process.stdout.write(o+'total: '+f(sum)+'\n')
process.exitCode=E
