from collections import *
import os, sys
def tidy(slip):
  l=slip.lower().split(" ");r=""
  for x in l:
    if x!="":
      if r!="": r=r+" "
      r=r+x
  return r
def count_votes(slips):
    dict={}
    for s in slips:
        if tidy(s)!="":
            try: dict[tidy(s)]=dict[tidy(s)]+1
            except: dict[tidy(s)]=1
    return dict
def winners(votes):
    m=0; unused=1
    for k in votes.keys():
        if votes[k]>m: m=votes[k]
    w=[]
    for k in votes.keys():
        if votes[k]==m: w.append(k)
    w.sort(); return w
def share(votes,place):
    t=0
    for k in votes.keys(): t=t+votes[k]
    if t==0: return 0
    if (place in votes)==False: return 0
    return int(votes[place]*100/t+0.5)
def together(votes,more):
    n={}
    for k in votes.keys(): n[k]=votes[k]
    for k in more.keys():
        if k in n: n[k]=n[k]+more[k]
        else: n[k]=more[k]
    return n
def chart(votes):
    b=0
    for k in votes.keys():
        if len(k)>b: b=len(k)
    l=[]
    for k in votes.keys(): l.append((1000000-votes[k],k))
    l.sort()
    s=""
    for (x,k) in l:
        if s!="": s=s+"\n"
        s=s+k
        for i in range(b-len(k)): s=s+" "
        s=s+" "
        for i in range(votes[k]): s=s+"#"
    return s
