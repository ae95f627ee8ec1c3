import e from "express"
const a=e();var L=[],n=0
a.use(e.text({type:'*/*'}))
function bad(s,m,x){s.status(x||400);s.json({error:m})}
function j(q,s){ try{var o=JSON.parse(q.body); if(o==null||o.constructor!==Object){bad(s,'no object');return}; return o}catch(z){bad(s,'bad json '+z)} }
function c(o,s,all){
if(all||'title' in o){ if(typeof o.title!='string'||!o.title.trim()){bad(s,'title???');return false} }
      if(all||'author' in o){ if(typeof o.author!='string'||!o.author.trim()){bad(s,'author???');return false} }
   if('read' in o){if(o.read!==true&&o.read!==false){bad(s,'read???');return false}}
return true}
a.get('/books',function(q,s){var r=[];for(var i in L){if(q.query.read=='true'){if(L[i].read)r.push(L[i])}else if(q.query.read=='false'){if(!L[i].read)r.push(L[i])}else r.push(L[i])};s.json(r)})
a.post('/books',function(q,s){var o=j(q,s);if(o){if(c(o,s,1)){n++;var b={id:''+n,title:o.title,author:o.author,read:false};if(o.read)b.read=true;L.push(b);s.setHeader('Location','/books/'+n);s.status(201);s.json(b)}}})
a.use('/books/:i',function(q,s,next){
  if(q.path!='/'){next();return}
  for(var i=0;i<L.length;i++){ if(L[i].id==q.params.i){
    if(q.method=='GET'){s.json(L[i]);return}
    if(q.method=='DELETE'){L.splice(i,1);s.status(204);s.end();return}
    if(q.method=='PATCH'){var o=j(q,s);if(o&&c(o,s,0)){if('title' in o)L[i].title=o.title;if('author' in o)L[i].author=o.author;if('read' in o)L[i].read=o.read;s.json(L[i])}return}
  }}
  bad(s,'no book',404)
})
a.use(function(q,s){bad(s,'nothing here',404)})
a.listen(process.env.PORT)
